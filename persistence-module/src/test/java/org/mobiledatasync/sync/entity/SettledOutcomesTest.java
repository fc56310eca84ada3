package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileStatus;

class SettledOutcomesTest extends DatabaseTest {
    private static final String ADA = "003000000000001AAA";
    private static final String BOB = "003000000000002AAA";
    private static final OffsetDateTime LATER = NOW.plusDays(1);

    private RecordOutcomeRepository outcomes;
    private SettledOutcomes settled;
    private Integration salesforce;
    private SyncRun run;
    private Profile ada;

    @BeforeEach
    void settleTwoPairs() {
        outcomes = new RecordOutcomeRepository(em);
        settled = new SettledOutcomes(em, outcomes);
        inTransaction(() -> {
            Samples samples = new Samples(em);
            salesforce = samples.integration("Salesforce");
            run = samples.run(salesforce, RunKind.NIGHTLY);
            ada = samples.profile("+12125550101");
            ada.setFirstName("Ada");
            ada.setEmail("ada@example.org");
            samples.link(salesforce, ada, ADA).settle("mark-a", 1);
            samples.link(salesforce, samples.profile("+12125550102"), BOB).settle("mark-b", 1);
        });
    }

    private Set<String> report(OffsetDateTime syncedBefore, Map<String, String> marks) {
        SettledOutcomes.Report report =
                new SettledOutcomes.Report(run.getId(), Outcome.NO_NEW_CHANGES, "SAME", "Nothing new.", NOW);
        return inTransaction(() -> settled.add(report, salesforce.getId(), syncedBefore, marks));
    }

    private void change(Consumer<Profile> change) {
        inTransaction(() -> change.accept(em.find(Profile.class, ada.getId())));
    }

    @Test
    @DisplayName("R8.3 the details of a settled pair are those of its profile")
    void details() {
        assertThat(report(LATER, Map.of(ADA, "mark-a", BOB, "mark-b"))).containsExactlyInAnyOrder(ADA, BOB);

        RecordOutcome found = outcomes.search(run.getId(), new OutcomeFilter(Outcome.NO_NEW_CHANGES, "ada"), 0, 10)
                .get(0);
        assertThat(found.getRecordKey()).isEqualTo(ADA);
        assertThat(found.getConstituentId()).isEqualTo(ADA);
        assertThat(found.getReason()).isEqualTo("SAME");
        assertThat(found.getMessage()).isEqualTo("Nothing new.");
        assertThat(found.getProfileId()).isEqualTo(ada.getId());
        assertThat(found.getPhone()).isEqualTo("+12125550101");
        assertThat(found.getFirstName()).isEqualTo("Ada");
        assertThat(found.getEmail()).isEqualTo("ada@example.org");
        assertThat(found.getProfileStatus()).isEqualTo("NO_SUBSCRIPTIONS");
        assertThat(found.getOccurredAt()).isEqualTo(NOW);
        assertThat(outcomes.countByOutcome(run.getId())).isEqualTo(Map.of(Outcome.NO_NEW_CHANGES, 2L));
    }

    @Test
    @DisplayName("a record that looks other, or is not linked, is left to the decision")
    void otherMark() {
        assertThat(report(LATER, Map.of(ADA, "mark-b", BOB, "mark-b", "003000000000003AAA", "mark-a")))
                .containsExactly(BOB);
        assertThat(report(LATER, Map.of())).isEmpty();
    }

    @Test
    @DisplayName("a record older than its base is left to the decision")
    void newerHere() {
        assertThat(report(NOW, Map.of(ADA, "mark-a"))).isEmpty();
    }

    @Test
    @DisplayName("a profile that changed since, in a field or in its consent, is left to the decision")
    void changedProfile() {
        change(profile -> profile.setStatus(ProfileStatus.OPTED_OUT));

        assertThat(report(LATER, Map.of(ADA, "mark-a"))).isEmpty();
    }

    @Test
    @DisplayName("a person who was asked meanwhile is left to the decision")
    void asked() {
        inTransaction(() -> {
            Samples samples = new Samples(em);
            em.persist(new Subscription(
                    ada.getId(),
                    samples.webPath(samples.campaign("Alerts"), "Web"),
                    SubscriptionStatus.PENDING,
                    "KEYWORD",
                    NOW));
        });

        assertThat(report(LATER, Map.of(ADA, "mark-a"))).isEmpty();
    }

    @Test
    @DisplayName("a person whose consent is on its way is left to the decision")
    void onItsWay() {
        inTransaction(() -> em.persist(new OutboundChange(salesforce.getId(), ada.getId(), false, NOW)));

        assertThat(report(LATER, Map.of(ADA, "mark-a"))).isEmpty();
    }

    @Test
    @DisplayName("a pair whose base moved is not settled any more")
    void movedBase() {
        inTransaction(() ->
                new CrmLinkRepository(em).findByProfile(ada.getId()).get(0).agreedOn(Map.of("state", "NY"), NOW));

        assertThat(report(LATER, Map.of(ADA, "mark-a"))).isEmpty();
    }
}
