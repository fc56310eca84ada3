package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.PersistenceException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;

class RecordOutcomeRepositoryTest extends DatabaseTest {

    private RecordOutcomeRepository outcomes;
    private SyncRun run;
    private Profile ada;

    @BeforeEach
    void makeRepository() {
        outcomes = new RecordOutcomeRepository(em);
        inTransaction(() -> {
            var samples = new Samples(em);
            run = samples.run(samples.integration("Salesforce"), RunKind.NIGHTLY);
            ada = samples.profile("+12125550101");
            ada.setFirstName("Ada");
            ada.setLastName("Lovelace");
            ada.setEmail("ada@example.org");
        });
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        var changes = List.of(
                new FieldChange("state", Side.PROFILE, "NY", "MA"),
                new FieldChange("address_city", Side.CONTACT, null, "Boston \"Hub\""),
                new FieldChange("profile_email", Side.CONTACT, "a@example.org", null));
        var stored = new RecordOutcome(
                        run.getId(), "003000000000001AAA", Outcome.PROFILE_UPDATED, "UPDATED", "m".repeat(4000), NOW)
                .of(ada, "003000000000001AAA")
                .withChanges(FieldChange.toJson(changes));
        inTransaction(() -> outcomes.add(stored));

        assertThat(stored.getId()).isPositive();
        var read = search(null, null).get(0);
        RoundTrip.assertSame(stored, read);
        RoundTrip.assertEveryColumnIsFilled(database, "record_outcome");
        assertThat(FieldChange.fromJson(read.getChanges())).isEqualTo(changes);
        assertThat(FieldChange.toJson(List.of())).isNull();
        assertThat(FieldChange.fromJson(null)).isEmpty();
    }

    @Test
    @DisplayName("R7.1 no run reports a record twice")
    void aRunReportsARecordOnce() {
        store("k1", Outcome.NO_DIFFERENCE, NOW);
        assertThatThrownBy(() -> store("k1", Outcome.PROFILE_UPDATED, NOW)).isInstanceOf(PersistenceException.class);

        assertThat(outcomes.keysAmong(run.getId(), List.of("k1", "k2"))).containsExactly("k1");
        assertThat(outcomes.keysAmong(run.getId() + 1, List.of("k1"))).isEmpty();
        assertThat(outcomes.keysAmong(run.getId(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("R8.1 records are counted by class")
    void recordsAreCountedByClass() {
        store("k1", Outcome.NO_DIFFERENCE, NOW);
        store("k2", Outcome.NO_IMPORT, NOW);
        store("k3", Outcome.NO_IMPORT, NOW);

        assertThat(outcomes.countByOutcome(run.getId()))
                .isEqualTo(Map.of(Outcome.NO_DIFFERENCE, 1L, Outcome.NO_IMPORT, 2L));
        assertThat(outcomes.countByOutcome(run.getId() + 1)).isEmpty();
    }

    @Test
    @DisplayName("R8.3 details are filtered, searched and paged")
    void detailsAreNarrowed() {
        store("k1", Outcome.NO_IMPORT, NOW);
        inTransaction(
                () -> outcomes.add(new RecordOutcome(run.getId(), "k2", Outcome.PROFILE_UPDATED, "UPDATED", null, NOW)
                        .of(ada, "003000000000001AAA")));
        inTransaction(() -> outcomes.add(new RecordOutcome(run.getId(), "k3", Outcome.NO_IMPORT, "NO_PHONE", null, NOW)
                .of("100%", "Bob", "Under_score", "bob@example.org", "bad id")));

        assertThat(keys(search(null, null))).containsExactly("k1", "k2", "k3");
        assertThat(keys(search(Outcome.NO_IMPORT, null))).containsExactly("k1", "k3");
        assertThat(keys(search(Outcome.NO_IMPORT, "BOB@"))).containsExactly("k3");
        for (String text : List.of("5550101", "ada", "LOVE", "ada@ex", "003000000000001aaa")) {
            assertThat(keys(search(null, text))).as(text).containsExactly("k2");
        }
        assertThat(keys(search(null, "%"))).containsExactly("k3");
        assertThat(keys(search(null, "_"))).containsExactly("k3");
        assertThat(keys(outcomes.search(run.getId(), new OutcomeFilter(null, null), 1, 1)))
                .containsExactly("k2");
        assertThat(outcomes.count(run.getId(), new OutcomeFilter(Outcome.NO_IMPORT, null)))
                .isEqualTo(2);
        assertThat(outcomes.count(run.getId() + 1, new OutcomeFilter(null, null)))
                .isZero();
    }

    @Test
    @DisplayName("R8.3 details are sorted by each column, both ways; equal ones stay as they were reported")
    void detailsAreSorted() {
        storeSorted("k1", Outcome.NO_IMPORT, NOW.plusSeconds(2), "+12125550103", "003000000000002AAA");
        storeSorted("k2", Outcome.PROFILE_CREATED, NOW.plusSeconds(1), "+12125550101", "003000000000003AAA");
        storeSorted("k3", Outcome.FIELD_CONFLICT, NOW.plusSeconds(3), "+12125550102", "003000000000001AAA");
        storeSorted("k4", Outcome.NO_IMPORT, NOW.plusSeconds(2), "+12125550103", "003000000000002AAA");

        assertSorted(OutcomeOrder.Column.REPORTED, "k1", "k2", "k3", "k4");
        assertSorted(OutcomeOrder.Column.PHONE, "k2", "k3", "k1", "k4");
        assertSorted(OutcomeOrder.Column.CONSTITUENT_ID, "k3", "k1", "k4", "k2");
        assertSorted(OutcomeOrder.Column.TIME, "k2", "k1", "k4", "k3");
        assertSorted(OutcomeOrder.Column.OUTCOME, "k3", "k1", "k4", "k2");
        assertThat(sorted(new OutcomeOrder(OutcomeOrder.Column.TIME, false))).containsExactly("k3", "k1", "k4", "k2");
        assertThat(sorted(new OutcomeOrder(OutcomeOrder.Column.PHONE, false))).containsExactly("k1", "k4", "k3", "k2");
    }

    @Test
    void recordsWithoutProfileAreSortedToo() {
        store("k1", Outcome.NO_IMPORT, NOW);
        storeOfAda("k2", NOW);

        assertSorted(OutcomeOrder.Column.PROFILE_STATUS, "k2", "k1");
        assertThat(sorted(new OutcomeOrder(OutcomeOrder.Column.PROFILE_STATUS, false)))
                .containsExactly("k1", "k2");
    }

    @Test
    @DisplayName("R8.3 old details go in small batches, younger ones stay")
    void oldDetailsAreDeletedInBatches() {
        store("k1", Outcome.NO_DIFFERENCE, NOW.minusDays(91));
        store("k2", Outcome.NO_DIFFERENCE, NOW.minusDays(92));
        store("k3", Outcome.NO_DIFFERENCE, NOW.minusDays(93));
        store("k4", Outcome.NO_DIFFERENCE, NOW.minusDays(90));

        assertThat(delete(2)).isEqualTo(2);
        assertThat(delete(2)).isEqualTo(1);
        assertThat(delete(2)).isZero();
        assertThat(keys(search(null, null))).containsExactly("k4");
    }

    private int delete(int size) {
        return inTransaction(() -> outcomes.deleteOlderThan(NOW.minusDays(90), size));
    }

    private List<RecordOutcome> search(Outcome outcome, String text) {
        return outcomes.search(run.getId(), new OutcomeFilter(outcome, text), 0, 10);
    }

    private void assertSorted(OutcomeOrder.Column column, String... keys) {
        assertThat(sorted(new OutcomeOrder(column, true))).containsExactly(keys);
    }

    private List<String> sorted(OutcomeOrder order) {
        return keys(outcomes.search(run.getId(), new OutcomeFilter(null, null), order, 0, 10));
    }

    private void storeSorted(String key, Outcome outcome, OffsetDateTime at, String phone, String contactId) {
        inTransaction(() -> outcomes.add(new RecordOutcome(run.getId(), key, outcome, "REASON", null, at)
                .of(phone, null, null, null, contactId)));
    }

    private void store(String key, Outcome outcome, OffsetDateTime at) {
        inTransaction(() -> outcomes.add(new RecordOutcome(run.getId(), key, outcome, "REASON", null, at)));
    }

    private void storeOfAda(String key, OffsetDateTime at) {
        inTransaction(() -> outcomes.add(
                new RecordOutcome(run.getId(), key, Outcome.NO_DIFFERENCE, "REASON", null, at).of(ada, null)));
    }

    private static List<String> keys(List<RecordOutcome> found) {
        return found.stream().map(RecordOutcome::getRecordKey).toList();
    }
}
