package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.OutcomeFilter;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.SyncRun;

/** Nights in which little or nothing changed: settled pairs are reported without being looked at. */
class UnchangedNightTest extends EngineTest {
    private static final int PEOPLE = 5;
    private static final int LONGEST = 40;
    private static final String LEAVER = "+12125550102";

    @BeforeEach
    void empty() {
        organisation.empty();
    }

    private TwoSystems afterTheFirstNight() {
        TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE);
        IntStream.range(0, PEOPLE)
                .forEach(person -> organisation.add(Map.of(
                        "FirstName",
                        "Ada",
                        "LastName",
                        "Person" + person,
                        "MobilePhone",
                        "212555010" + person,
                        "Mobile_Subscriber__c",
                        true)));
        take(world, Deed.NIGHTLY_SYNC, 0);
        world.pass(Duration.ofDays(1));
        return world;
    }

    private static SyncRun lastRun(TwoSystems world) {
        return runs(world).find(world.integrationId(), 0, 1).get(0);
    }

    private static SyncRunService runs(TwoSystems world) {
        return world.engine().get(SyncRunService.class);
    }

    private static List<RecordOutcome> records(TwoSystems world, String text) {
        return runs(world).records(lastRun(world).getId(), new OutcomeFilter(null, text), 0, 100);
    }

    @Test
    @DisplayName(
            "R8.1 R8.3 a night without changes reports everybody, can be searched, and stores no outcome of its own")
    void nothingChanged() {
        try (TwoSystems world = afterTheFirstNight()) {
            take(world, Deed.NIGHTLY_SYNC, 0);

            assertThat(lastRun(world).getSeen()).isEqualTo(PEOPLE);
            assertThat(lastRun(world).balance()).isZero();
            assertThat(runs(world).outcomes(lastRun(world))).isEqualTo(Map.of(Outcome.NO_NEW_CHANGES, (long) PEOPLE));
            assertThat(world.observatory().settledOf(lastRun(world).getId())).isEqualTo(PEOPLE);
            assertThat(records(world, null))
                    .extracting(RecordOutcome::getOutcome)
                    .containsOnly(Outcome.NO_NEW_CHANGES);
            assertThat(records(world, "person3")).singleElement().satisfies(record -> assertThat(record.getPhone())
                    .isEqualTo("+12125550103"));
        }
    }

    @Test
    @DisplayName("R8.3 those with a change come first, the others fill the pages behind them")
    void paging() {
        try (TwoSystems world = afterTheFirstNight()) {
            take(world, Deed.CONTACT_RENAMED, 1);
            take(world, Deed.NIGHTLY_SYNC, 0);

            long run = lastRun(world).getId();
            OutcomeFilter all = new OutcomeFilter(null, null);
            assertThat(runs(world).countRecords(run, all)).isEqualTo(PEOPLE);
            assertThat(runs(world).records(run, all, 0, 2))
                    .extracting(RecordOutcome::getOutcome)
                    .containsExactly(Outcome.PROFILE_UPDATED, Outcome.NO_NEW_CHANGES);
            List<String> phones = IntStream.range(0, PEOPLE)
                    .mapToObj(first ->
                            runs(world).records(run, all, first, 1).get(0).getPhone())
                    .toList();
            assertThat(phones).doesNotHaveDuplicates().hasSize(PEOPLE);
            assertThat(runs(world).records(run, all, PEOPLE, 2)).isEmpty();
            OutcomeFilter updated = new OutcomeFilter(Outcome.PROFILE_UPDATED, null);
            assertThat(runs(world).records(run, updated, 0, 10)).hasSize(1);
            assertThat(runs(world).countRecords(run, updated)).isEqualTo(1);
        }
    }

    static IntStream moments() {
        return IntStream.iterate(1, moment -> moment < LONGEST, moment -> moment + 2);
    }

    @ParameterizedTest(name = "killed at moment {0}")
    @MethodSource("moments")
    @DisplayName(
            "R7.1 R8.1 killed at any moment, and merged meanwhile: the contact that went and the survivor stand once")
    void killedAndMerged(int moment) {
        try (TwoSystems world = afterTheFirstNight()) {
            organisation.add(Map.of("LastName", "Double", "MobilePhone", "2125550109"));
            take(world, Deed.NIGHTLY_SYNC, 0);
            world.pass(Duration.ofDays(1));
            Map<String, String> contacts = world.observatory().look().living().stream()
                    .collect(Collectors.toMap(Sight.Contact::phone, Sight.Contact::id));
            take(world, Deed.NIGHTLY_SYNC_KILLED, moment - 1);
            long run = lastRun(world).getId();
            boolean reported = world.observatory().settledOf(run) > 0;
            organisation.merge(contacts.get("+12125550109"), contacts.get(LEAVER));
            // Its five-minute sync follows the contact that went.
            take(world, Deed.PERSON_LEAVES, 2);
            take(world, Deed.FIVE_MINUTE_SYNC, 0);
            take(world, Deed.NIGHTLY_SYNC, 0);

            assertThat(world.observatory().unbalancedRuns()).isEmpty();
            assertThat(world.observatory().reportedTwice()).isEmpty();
            List<String> ids = runs(world).records(run, new OutcomeFilter(null, null), 0, 100).stream()
                    .map(RecordOutcome::getConstituentId)
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().contains(contacts.get("+12125550109"));
            if (reported) {
                assertThat(ids).hasSize(PEOPLE + 1).contains(contacts.get(LEAVER));
            }
        }
    }

    @ParameterizedTest(name = "killed at moment {0}")
    @MethodSource("moments")
    @DisplayName("R7.1 R8.1 killed at any moment, and changed meanwhile: everybody is reported once")
    void killed(int moment) {
        try (TwoSystems world = afterTheFirstNight()) {
            take(world, Deed.CONTACT_RENAMED, 1);
            take(world, Deed.NIGHTLY_SYNC_KILLED, moment - 1);
            // Settled when the server died, not any more when the other goes on.
            take(world, Deed.PROFILE_MOVED, 2);
            take(world, Deed.NIGHTLY_SYNC, 0);

            assertThat(world.observatory().unbalancedRuns()).isEmpty();
            assertThat(world.observatory().reportedTwice()).isEmpty();
            assertThat(lastRun(world).getSeen()).isEqualTo(PEOPLE);
        }
    }
}
