package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;

class CrmLinkRepositoryTest extends DatabaseTest {

    private static final String CONTACT_1 = "003000000000001AAA";
    private static final String CONTACT_2 = "003000000000002AAA";

    private CrmLinkRepository links;
    private Samples samples;
    private Integration salesforce;
    private Integration other;
    private Profile ada;
    private Profile bob;

    @BeforeEach
    void makeRepository() {
        links = new CrmLinkRepository(em);
        samples = new Samples(em);
        inTransaction(() -> {
            salesforce = samples.integration("Salesforce");
            other = samples.integration("Other");
            ada = samples.profile("+12125550101");
            bob = samples.profile("+12125550102");
        });
    }

    @Test
    @DisplayName("R1.5 contacts that have a number through their profiles, other than those of a list")
    void othersWithNumbers() {
        inTransaction(() -> {
            samples.link(salesforce, ada, CONTACT_1);
            samples.link(salesforce, bob, CONTACT_2);
            samples.link(other, ada, CONTACT_2);
        });
        var phones = List.of(ada.getPhone(), "+12125550199");

        assertThat(links.findOthersWithNumbers(salesforce.getId(), phones, List.of(CONTACT_2)))
                .containsExactly(CONTACT_1);
        assertThat(links.findOthersWithNumbers(salesforce.getId(), phones, List.of(CONTACT_1)))
                .isEmpty();
        assertThat(links.findOthersWithNumbers(other.getId(), phones, List.of(CONTACT_1)))
                .containsExactly(CONTACT_2);
    }

    @Test
    @DisplayName(
            "R4.2 a link's successor keeps what both sides held as the opt-in, and since when, and agrees on no field")
    void succeeds() {
        inTransaction(() -> {
            var link = samples.link(salesforce, ada, CONTACT_1);
            link.agreedOn(Map.of("state", "NY"), NOW, NOW);
            link.agreedOnOptIn(true, NOW);
            link.setSeenRow("seen");
            link.settle("mark", 1);
        });
        inTransaction(() -> {
            var link = links.findByContact(salesforce.getId(), CONTACT_1).orElseThrow();
            links.remove(link, NOW.plusDays(1));
            links.flush();
            links.add(link.successor(CONTACT_2));
        });

        assertThat(links.findByContact(salesforce.getId(), CONTACT_1)).isEmpty();
        var moved = links.findByContact(salesforce.getId(), CONTACT_2).orElseThrow();
        assertThat(moved.getBaseOptIn()).isTrue();
        assertThat(moved.isBased()).isFalse();
        assertThat(moved.getBase()).isEmpty();
        assertThat(moved.getSeenRow()).isNull();
        assertThat(moved.isSettled("mark", 1)).isFalse();
        assertThat(moved.isBehind(null)).isTrue();
        assertThat(moved.getSyncedAt()).isEqualTo(NOW);
        assertThat(moved.getCreatedAt()).isEqualTo(NOW);
        RoundTrip.assertEveryColumnIsFilled(database, "former_link");
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        var stored = inTransaction(() -> {
            var link = new CrmLink(salesforce.getId(), ada.getId(), CONTACT_1, NOW);
            link.agreedOn(Map.of("profile_email", "ada@example.org", "state", "NY"), NOW, NOW.plusDays(1));
            link.agreedOnOptIn(true, NOW.plusDays(2));
            link.setSeenRow("f".repeat(64));
            link.settle("e".repeat(32), 3);
            links.add(link);
            return link;
        });

        assertThat(stored.getId()).isPositive();
        assertThat(links.findByProfile(ada.getId()))
                .singleElement()
                .satisfies(read -> RoundTrip.assertSame(stored, read));
        RoundTrip.assertEveryColumnIsFilled(database, "crm_link");
    }

    @Test
    @DisplayName("R3.9 a link without a base reads back as never in agreement")
    void aNewLinkHasNoBase() {
        link(salesforce, ada, CONTACT_1);

        assertThat(links.findByProfile(ada.getId())).singleElement().satisfies(read -> {
            assertThat(read.isBased()).isFalse();
            assertThat(read.getBase()).isEmpty();
            assertThat(read.getBaseOptIn()).isNull();
        });
    }

    @Test
    @DisplayName("R1.8 one contact has at most one profile per integration")
    void aContactHasOneProfile() {
        link(salesforce, ada, CONTACT_1);
        link(other, bob, CONTACT_1);
        assertThatThrownBy(() -> link(salesforce, bob, CONTACT_1)).isInstanceOf(PersistenceException.class);
    }

    @Test
    @DisplayName("R1.8 one profile has at most one contact per integration")
    void aProfileHasOneContact() {
        link(salesforce, ada, CONTACT_1);
        link(other, ada, CONTACT_2);
        assertThatThrownBy(() -> link(salesforce, ada, CONTACT_2)).isInstanceOf(PersistenceException.class);
    }

    @Test
    @DisplayName("R1.6 a link can move to another profile within one transaction")
    void aLinkCanMove() {
        link(salesforce, ada, CONTACT_1);

        inTransaction(() -> {
            links.remove(links.findByProfile(ada.getId()).get(0), NOW);
            links.flush();
            links.add(new CrmLink(salesforce.getId(), bob.getId(), CONTACT_1, NOW));
        });

        assertThat(links.findByProfile(ada.getId())).isEmpty();
        assertThat(contacts(links.findByProfile(bob.getId()))).containsExactly(CONTACT_1);
    }

    @Test
    void linksAreFoundByContactAndByProfile() {
        link(salesforce, ada, CONTACT_1);
        link(salesforce, bob, CONTACT_2);
        link(other, ada, CONTACT_2);

        assertThat(links.findByContacts(salesforce.getId(), List.of(CONTACT_2, "003000000000009AAA")))
                .extracting(CrmLink::getProfileId)
                .containsExactly(bob.getId());
        assertThat(contacts(links.findByProfiles(salesforce.getId(), List.of(ada.getId()))))
                .containsExactly(CONTACT_1);
        assertThat(contacts(links.findByProfile(ada.getId()))).containsExactly(CONTACT_1, CONTACT_2);
        assertThat(links.findOfProfiles(List.of(ada.getId(), bob.getId()))).hasSize(3);
        assertThat(links.findByContacts(salesforce.getId(), List.of())).isEmpty();
        assertThat(links.findByProfiles(salesforce.getId(), List.of())).isEmpty();
        assertThat(links.findOfProfiles(List.of())).isEmpty();
    }

    @Test
    @DisplayName("R3.4 profiles changed here since the last sync are found once, in pages")
    void linksOfChangedProfilesAreFound() {
        var first = agreed(link(salesforce, ada, CONTACT_1));
        var second = agreed(link(salesforce, bob, CONTACT_2));
        agreed(link(other, ada, CONTACT_2));
        var run = inTransaction(() -> samples.run(salesforce, RunKind.NIGHTLY));
        assertThat(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10))
                .isEmpty();

        inTransaction(() -> {
            em.find(Profile.class, ada.getId()).changedHere(NOW.plusMinutes(1));
            em.find(Profile.class, bob.getId()).changedHere(NOW.plusMinutes(1));
        });

        assertThat(ids(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10)))
                .containsExactly(first.getId(), second.getId());
        assertThat(ids(links.findChangedHere(salesforce.getId(), run.getId(), 0, 1)))
                .containsExactly(first.getId());
        assertThat(ids(links.findChangedHere(salesforce.getId(), run.getId(), first.getId(), 10)))
                .containsExactly(second.getId());

        inTransaction(() -> em.persist(
                new RecordOutcome(run.getId(), CONTACT_1, Outcome.NO_DIFFERENCE, "NO_DIFFERENCE", null, NOW)));
        assertThat(ids(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10)))
                .containsExactly(second.getId());

        inTransaction(() -> em.persist(new ContactUpdate(run, second, Map.of(), null)
                .reporting(Outcome.CONTACT_UPDATED, null, "UPDATED", null, null)));
        assertThat(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10))
                .isEmpty();
    }

    @Test
    @DisplayName("R3.4 R5.4 an opt-in that was brought meanwhile hides no change of a field")
    void theOptInIsNotTheFields() {
        var link = agreed(link(salesforce, ada, CONTACT_1));
        var run = inTransaction(() -> samples.run(salesforce, RunKind.NIGHTLY));
        inTransaction(() -> {
            em.find(Profile.class, ada.getId()).changedHere(NOW.plusMinutes(1));
            em.find(CrmLink.class, link.getId()).agreedOnOptIn(true, NOW.plusMinutes(5));
        });

        assertThat(ids(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10)))
                .containsExactly(link.getId());
    }

    @Test
    @DisplayName("R3.4 what was changed while the values were on their way is not among them")
    void changedOnTheWay() {
        var link = agreed(link(salesforce, ada, CONTACT_1));
        var run = inTransaction(() -> samples.run(salesforce, RunKind.NIGHTLY));
        inTransaction(() -> {
            em.find(Profile.class, ada.getId()).changedHere(NOW.plusMinutes(1));
            em.find(CrmLink.class, link.getId()).agreedOn(Map.of(), NOW.plusSeconds(1), NOW.plusMinutes(2));
        });
        assertThat(ids(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10)))
                .containsExactly(link.getId());

        inTransaction(() -> em.find(CrmLink.class, link.getId()).lookedAt(NOW.plusMinutes(2)));
        assertThat(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10))
                .isEmpty();
    }

    @Test
    @DisplayName("R2.1 R3.5 a pair whose fields were never compared is found, unless its contact takes none")
    void neverCompared() {
        var link = link(salesforce, ada, CONTACT_1);
        var run = inTransaction(() -> samples.run(salesforce, RunKind.NIGHTLY));
        inTransaction(() -> em.find(CrmLink.class, link.getId()).agreedOnOptIn(false, NOW));
        assertThat(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10))
                .as("not opted in, in a Conservative sync")
                .isEmpty();

        inTransaction(() -> em.find(CrmLink.class, link.getId()).agreedOnOptIn(true, NOW));
        assertThat(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10))
                .hasSize(1);

        inTransaction(() -> em.find(CrmLink.class, link.getId()).agreedOnOptIn(false, NOW));
        inTransaction(() -> em.find(Integration.class, salesforce.getId()).setSyncType(SyncType.LIBERAL));
        assertThat(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10))
                .hasSize(1);
    }

    @Test
    @DisplayName("R7.1 R8.1 the links that a run has met: reported, or waiting to be sent; of its integration alone")
    void met() {
        var reported = link(salesforce, ada, CONTACT_1);
        var waiting = link(salesforce, bob, CONTACT_2);
        link(salesforce, inTransaction(() -> samples.profile("+12125550103")), "003000000000003AAA");
        link(other, ada, CONTACT_1);
        var run = inTransaction(() -> samples.run(salesforce, RunKind.NIGHTLY));
        var earlier = inTransaction(() -> samples.run(salesforce, RunKind.NIGHTLY));
        inTransaction(() -> {
            em.persist(new RecordOutcome(run.getId(), CONTACT_1, Outcome.NO_DIFFERENCE, "NO_DIFFERENCE", null, NOW));
            em.persist(new ContactUpdate(run, waiting, Map.of(), null)
                    .reporting(Outcome.CONTACT_UPDATED, null, "UPDATED", null, null));
        });

        assertThat(links.findMet(salesforce.getId(), run.getId()))
                .containsExactlyInAnyOrder(reported.getId(), waiting.getId());
        assertThat(links.findMet(salesforce.getId(), earlier.getId())).isEmpty();
    }

    private CrmLink link(Integration integration, Profile profile, String contactId) {
        return inTransaction(() -> samples.link(integration, profile, contactId));
    }

    private CrmLink agreed(CrmLink link) {
        inTransaction(() -> {
            CrmLink stored = em.find(CrmLink.class, link.getId());
            stored.agreedOn(Map.of("state", "NY"), NOW, NOW);
            stored.agreedOnOptIn(true, NOW);
        });
        return link;
    }

    private static List<String> contacts(List<CrmLink> found) {
        return found.stream().map(CrmLink::getContactId).toList();
    }

    private static List<Long> ids(List<CrmLink> found) {
        return found.stream().map(CrmLink::getId).toList();
    }
}
