package org.mobiledatasync.profile.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.Suppression;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.sync.entity.CrmLinkRepository;

class ProfileRepositoryTest extends DatabaseTest {

    private static final String PHONE = "+12125550101";

    private ProfileRepository profiles;
    private Samples samples;

    @BeforeEach
    void makeRepository() {
        profiles = new ProfileRepository(em);
        samples = new Samples(em);
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        var stored = new Profile(PHONE, FirstSeenType.CRM_SYNC, NOW);
        for (ProfileField field : ProfileField.values()) {
            field.write(stored, "ž".repeat(field.maxLength()));
        }
        stored.setCustomFields(Map.of("shirt", "M", "t-shirt \"2\"", "{}\n"));
        stored.setStatus(ProfileStatus.UNDELIVERABLE);
        stored.changedHere(NOW.plusDays(1));
        inTransaction(() -> profiles.add(stored));

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, profiles.get(stored.getId()));
        RoundTrip.assertEveryColumnIsFilled(database, "profile");
    }

    @Test
    @DisplayName("R1.1 the number is the key: two profiles cannot share one")
    void twoProfilesCannotShareANumber() {
        store(PHONE, "Ada", "ada@example.org");
        assertThatThrownBy(() -> store(PHONE, "Bob", null)).isInstanceOf(RollbackException.class);
    }

    @Test
    void aProfileIsFoundByItsNumberOrId() {
        var ada = store(PHONE, "Ada", null);
        var bob = store("+12125550102", "Bob", null);

        assertThat(profiles.findByPhone(PHONE)).map(Profile::getId).contains(ada.getId());
        assertThat(profiles.findByPhone("+12125550109")).isEmpty();
        assertThat(profiles.findByPhones(List.of(PHONE, "+12125550102", "+12125550109")))
                .extracting(Profile::getId)
                .containsExactlyInAnyOrder(ada.getId(), bob.getId());
        assertThat(profiles.findByPhones(List.of())).isEmpty();
        assertThat(profiles.findByIds(List.of(bob.getId(), 0L)))
                .extracting(Profile::getId)
                .containsExactly(bob.getId());
        assertThat(profiles.findByIds(List.of())).isEmpty();
        assertThat(profiles.find(0)).isEmpty();
        assertThatThrownBy(() -> profiles.get(12))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no profile 12.");
    }

    @Test
    void aListIsNewestFirstAndPaged() {
        store("+12125550101", "Ada", null);
        store("+12125550102", "Bob", null);
        store("+12125550103", "Cyd", null);
        var all = new ProfileFilter(null, null, null, null);

        assertThat(names(profiles.search(all, ProfileOrder.NEWEST, 0, 2))).containsExactly("Cyd", "Bob");
        assertThat(names(profiles.search(all, ProfileOrder.NEWEST, 2, 2))).containsExactly("Ada");
        assertThat(profiles.count(all)).isEqualTo(3);
    }

    @Test
    void eachFilterNarrows() {
        store("+12125550101", "Ada", "Ada@Example.org");
        store("+12125550102", "Bob", "bob@example.org");
        inTransaction(() -> profiles.findByPhone("+12125550102").orElseThrow().setStatus(ProfileStatus.OPTED_OUT));

        assertThat(found(new ProfileFilter("+12125550101", null, null, null))).containsExactly("Ada");
        assertThat(found(new ProfileFilter(null, " ada@EXAMPLE.org ", null, null)))
                .containsExactly("Ada");
        assertThat(found(new ProfileFilter(null, null, ProfileStatus.OPTED_OUT, null)))
                .containsExactly("Bob");
        assertThat(found(new ProfileFilter(null, null, null, "5550102"))).containsExactly("Bob");
        assertThat(found(new ProfileFilter(null, null, null, " aDA "))).containsExactly("Ada");
        assertThat(found(new ProfileFilter(null, null, null, "@example"))).containsExactly("Bob", "Ada");
        assertThat(found(new ProfileFilter(null, null, ProfileStatus.OPTED_OUT, "ada")))
                .isEmpty();
        assertThat(found(new ProfileFilter(null, " ", null, " "))).containsExactly("Bob", "Ada");
    }

    @Test
    void wildcardsThatAPersonTypedAreLetters() {
        store("+12125550101", "100%", null);
        store("+12125550102", "a_b", null);
        store("+12125550103", "axb", null);
        store("+12125550104", "back\\slash", null);
        store("+12125550105", "it's", null);

        assertThat(found(new ProfileFilter(null, null, null, "%"))).containsExactly("100%");
        assertThat(found(new ProfileFilter(null, null, null, "a_b"))).containsExactly("a_b");
        assertThat(found(new ProfileFilter(null, null, null, "k\\s"))).containsExactly("back\\slash");
        assertThat(found(new ProfileFilter(null, null, null, "\\"))).containsExactly("back\\slash");
        assertThat(found(new ProfileFilter(null, null, null, "'"))).containsExactly("it's");
    }

    @Test
    void aChangeOfAnOutdatedProfileIsRefused() {
        var id = store(PHONE, "Ada", null).getId();
        var outdated = profiles.get(id);
        em.detach(outdated);
        inTransaction(() -> profiles.get(id).setFirstName("Adele"));

        outdated.setFirstName("Adam");

        assertThatThrownBy(() -> inTransaction(() -> em.merge(outdated)))
                .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(OptimisticLockException.class), e -> assertThat(e)
                        .hasCauseInstanceOf(OptimisticLockException.class));
        assertThat(profiles.get(id).getFirstName()).isEqualTo("Adele");
    }

    @Test
    @DisplayName("R4.8 deleting a profile keeps its suppression and its consent events, and nothing else")
    void deletionKeepsWhatProvesConsent() {
        var cause = ConsentCause.of(ConsentSource.KEYWORD, "sms", "STOP");
        var id = inTransaction(() -> {
            var profile = samples.profile(PHONE);
            var path = samples.webPath(samples.campaign("News"), "Form");
            em.persist(new Subscription(profile.getId(), path, SubscriptionStatus.ACTIVE, "KEYWORD", NOW));
            em.persist(new ConsentEvent(PHONE, profile.getId(), ConsentAction.OPT_OUT, cause, NOW));
            em.persist(new Suppression(PHONE, cause, NOW));
            samples.link(samples.integration("Salesforce"), profile, "003000000000001AAA");
            return profile.getId();
        });

        inTransaction(() -> profiles.remove(profiles.get(id)));

        assertThat(profiles.find(id)).isEmpty();
        assertThat(new SuppressionRepository(em).find(PHONE)).isPresent();
        assertThat(new ConsentEventRepository(em).findByPhone(PHONE))
                .singleElement()
                .satisfies(event -> assertThat(event.getProfileId()).isEqualTo(id));
        assertThat(new SubscriptionRepository(em).findByProfile(id)).isEmpty();
        assertThat(new CrmLinkRepository(em).findByProfile(id)).isEmpty();
    }

    @Test
    void aListIsNarrowedByCampaignPathAndContact() {
        var ada = store(PHONE, "Ada", null);
        var bob = store("+12125550102", "Bob", null);
        store("+12125550103", "Cyd", null);
        var path = inTransaction(() -> {
            var made = samples.webPath(samples.campaign("News"), "Form");
            em.persist(new Subscription(ada.getId(), made, SubscriptionStatus.OPTED_OUT, "API", NOW));
            samples.link(samples.integration("Salesforce"), bob, "003000000000001AAA");
            return made;
        });

        assertThat(found(new ProfileFilter(null, null, null, null, path.getCampaignId(), null, null)))
                .containsExactly("Ada");
        assertThat(found(new ProfileFilter(null, null, null, null, path.getCampaignId() + 1, null, null)))
                .isEmpty();
        assertThat(found(new ProfileFilter(null, null, null, null, null, path.getId(), null)))
                .containsExactly("Ada");
        assertThat(found(new ProfileFilter(null, null, null, null, null, null, true)))
                .containsExactly("Bob");
        assertThat(found(new ProfileFilter(null, null, null, null, null, null, false)))
                .containsExactly("Cyd", "Ada");
    }

    @Test
    void aListHasItsOrderAndIsCountedAsFarAsNeeded() {
        store("+12125550103", "Ada", "b@example.org");
        store("+12125550101", "Bob", "a@example.org");
        store("+12125550102", "Cyd", null);
        var all = new ProfileFilter(null, null, null, null);

        assertThat(names(profiles.search(all, ProfileOrder.PHONE, 0, 9))).containsExactly("Bob", "Cyd", "Ada");
        assertThat(names(profiles.search(all, ProfileOrder.EMAIL, 0, 9))).containsExactly("Bob", "Ada", "Cyd");
        for (ProfileOrder order : ProfileOrder.values()) {
            assertThat(names(profiles.search(all, order, 0, 9)))
                    .as(order.name())
                    .hasSize(3);
        }
        assertThat(profiles.countUpTo(all, 2)).isEqualTo(2);
        assertThat(profiles.countUpTo(all, 9)).isEqualTo(3);
    }

    private List<String> found(ProfileFilter filter) {
        var page = names(profiles.search(filter, ProfileOrder.NEWEST, 0, 10));
        assertThat(profiles.count(filter)).isEqualTo(page.size());
        return page;
    }

    private static List<String> names(List<Profile> page) {
        return page.stream().map(Profile::getFirstName).toList();
    }

    private Profile store(String phone, String firstName, String email) {
        return inTransaction(() -> {
            var profile = samples.profile(phone);
            profile.setFirstName(firstName);
            profile.setEmail(email);
            return profile;
        });
    }
}
