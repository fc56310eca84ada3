package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;

class ContactUpdateRepositoryTest extends DatabaseTest {

    private static final String CONTACT_1 = "003000000000001AAA";
    private static final String CONTACT_2 = "003000000000002AAA";

    private ContactUpdateRepository updates;
    private SyncRun run;
    private CrmLink ada;
    private CrmLink bob;

    @BeforeEach
    void makeRepository() {
        updates = new ContactUpdateRepository(em);
        inTransaction(() -> {
            var samples = new Samples(em);
            var integration = samples.integration("Salesforce");
            run = samples.run(integration, RunKind.NIGHTLY);
            ada = samples.link(integration, samples.profile("+12125550101"), CONTACT_1);
            bob = samples.link(integration, samples.profile("+12125550102"), CONTACT_2);
        });
    }

    @Test
    @DisplayName("R3.9 what waits for Salesforce's confirmation comes back whole")
    void everyColumnComesBackAsItWasStored() {
        var stored = new ContactUpdate(run, ada, Map.of("state", "NY"), true)
                .agreeing(Map.of("state", "NY", "address_city", "Albany"), "a".repeat(64))
                .reporting(
                        Outcome.PROFILE_AND_CONTACT_UPDATED,
                        Outcome.PROFILE_UPDATED,
                        "UPDATED",
                        "Both were updated.",
                        "[]");
        inTransaction(() -> updates.add(stored));

        assertThat(stored.getId()).isPositive();
        assertThat(updates.findNext(run.getId(), 1))
                .singleElement()
                .satisfies(read -> RoundTrip.assertSame(stored, read));
        RoundTrip.assertEveryColumnIsFilled(database, "contact_update");
    }

    @Test
    void updatesComeInTheOrderOfTheirDecisionUntilRemoved() {
        var first = store(bob);
        var second = store(ada);

        assertThat(ids(updates.findNext(run.getId(), 10))).containsExactly(first.getId(), second.getId());
        assertThat(ids(updates.findNext(run.getId(), 1))).containsExactly(first.getId());
        assertThat(ids(updates.findByIds(List.of(second.getId(), first.getId()))))
                .containsExactly(first.getId(), second.getId());
        assertThat(updates.findByIds(List.of())).isEmpty();
        assertThat(updates.count(run.getId())).isEqualTo(2);

        inTransaction(() -> updates.remove(updates.findNext(run.getId(), 1).get(0)));
        assertThat(ids(updates.findNext(run.getId(), 10))).containsExactly(second.getId());
        assertThat(updates.count(run.getId())).isEqualTo(1);
        assertThat(updates.count(run.getId() + 1)).isZero();
    }

    @Test
    @DisplayName("R5.2 opt-outs are sent before all else")
    void optOutsComeFirst() {
        store(bob);
        var optOut = inTransaction(() -> {
            var update = new ContactUpdate(run, ada, Map.of(), false)
                    .reporting(Outcome.OPT_OUT_EXPORTED, null, "OPT_OUT_SENT", null, null);
            updates.add(update);
            return update;
        });

        assertThat(ids(updates.findNext(run.getId(), 1))).containsExactly(optOut.getId());
    }

    @Test
    void contactsThatWaitAreKnown() {
        store(ada);

        assertThat(updates.contactsAmong(run.getId(), List.of(CONTACT_1, CONTACT_2)))
                .containsExactly(CONTACT_1);
        assertThat(updates.contactsAmong(run.getId() + 1, List.of(CONTACT_1))).isEmpty();
        assertThat(updates.contactsAmong(run.getId(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("R8.1 a profile whose update waits is known, and no deletion takes the update away")
    void holdsItsProfile() {
        store(ada);

        assertThat(updates.isAnyOf(ada.getProfileId())).isTrue();
        assertThat(updates.isAnyOf(bob.getProfileId())).isFalse();
        assertThatThrownBy(() -> inTransaction(() -> em.remove(em.find(Profile.class, ada.getProfileId()))))
                .isInstanceOf(PersistenceException.class);
        assertThat(updates.count(run.getId())).isEqualTo(1);
    }

    private ContactUpdate store(CrmLink link) {
        return inTransaction(() -> {
            var update = new ContactUpdate(run, link, Map.of(), null)
                    .reporting(Outcome.CONTACT_UPDATED, null, "UPDATED", null, null);
            updates.add(update);
            return update;
        });
    }

    private static List<Long> ids(List<ContactUpdate> found) {
        return found.stream().map(ContactUpdate::getId).toList();
    }
}
