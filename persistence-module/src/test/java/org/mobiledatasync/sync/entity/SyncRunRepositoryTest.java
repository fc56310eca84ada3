package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.entity.NotFoundException;

class SyncRunRepositoryTest extends DatabaseTest {

    private SyncRunRepository runs;
    private long integrationId;

    @BeforeEach
    void makeRepository() {
        runs = new SyncRunRepository(em);
        integrationId =
                inTransaction(() -> new Samples(em).integration("Salesforce").getId());
    }

    @Test
    @DisplayName("R7.1 all that a run needs to go on comes back")
    void everyColumnComesBackAsItWasStored() {
        var stored = new SyncRun(integrationId, RunKind.NIGHTLY, RunTrigger.PERSON, NOW);
        stored.setPhase(RunPhase.PULL);
        stored.setExportRequestedAt(NOW.plusMinutes(1));
        stored.setCursor(5_000_000_000L);
        stored.setRowsTotal(5_000_000_001L);
        stored.saw(12);
        stored.setReported(11);
        stored.called(3, 200);
        stored.setPending(4);
        stored.setStopRequested(true);
        stored.setOutcomeCounts("{}");
        stored.finish(RunState.STOPPED, "m".repeat(2000), NOW.plusMinutes(2));
        inTransaction(() -> runs.add(stored));

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, runs.get(stored.getId()));
        RoundTrip.assertEveryColumnIsFilled(database, "sync_run");
    }

    @Test
    @DisplayName("R8.1 the balance is what was seen less what was reported")
    void theBalanceIsKept() {
        var run = new SyncRun(integrationId, RunKind.NIGHTLY, RunTrigger.TIMER, NOW);
        run.saw(3);
        run.saw(2);
        run.setReported(4);
        inTransaction(() -> runs.add(run));

        assertThat(runs.get(run.getId()).balance()).isEqualTo(1);
    }

    @Test
    @DisplayName("R7.3 the run at work is found by kind")
    void theRunningRunIsFound() {
        assertThat(runs.findRunning(integrationId, RunKind.PUSH)).isEmpty();
        store(RunKind.PUSH, NOW, NOW.plusMinutes(1));
        var running = store(RunKind.PUSH, NOW.plusMinutes(5), null);
        store(RunKind.NIGHTLY, NOW, null);

        assertThat(runs.findRunning(integrationId, RunKind.PUSH))
                .map(SyncRun::getId)
                .contains(running.getId());
    }

    @Test
    void runsComeNewestFirstInPages() {
        var old = store(RunKind.NIGHTLY, NOW.minusDays(1), NOW);
        var young = store(RunKind.PUSH, NOW, NOW);
        var oldest = store(RunKind.PUSH, NOW.minusDays(2), NOW);

        assertThat(ids(runs.findByIntegration(integrationId, 0, 2))).containsExactly(young.getId(), old.getId());
        assertThat(ids(runs.findByIntegration(integrationId, 2, 2))).containsExactly(oldest.getId());
        assertThat(runs.count(integrationId)).isEqualTo(3);
        assertThat(runs.count(integrationId + 1)).isZero();
        assertThatThrownBy(() -> runs.get(1))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no run 1.");
    }

    @Test
    void theRunsOfAKindSinceAMomentComeOldestFirst() {
        store(RunKind.NIGHTLY, NOW.minusDays(3), NOW);
        var young = store(RunKind.NIGHTLY, NOW, null);
        var old = store(RunKind.NIGHTLY, NOW.minusDays(2), NOW);
        store(RunKind.PUSH, NOW, NOW);

        assertThat(ids(runs.findSince(integrationId, RunKind.NIGHTLY, NOW.minusDays(2))))
                .containsExactly(old.getId(), young.getId());
        assertThat(runs.findSince(integrationId + 1, RunKind.NIGHTLY, NOW.minusDays(9)))
                .isEmpty();
    }

    @Test
    void theLastFinishedRunOfAKindIsFound() {
        store(RunKind.NIGHTLY, NOW.minusDays(2), NOW.minusDays(2).plusHours(1));
        var last = store(RunKind.NIGHTLY, NOW.minusDays(1), NOW.minusDays(1).plusHours(1));
        store(RunKind.NIGHTLY, NOW, null);
        store(RunKind.PUSH, NOW, NOW);

        assertThat(runs.findLastFinished(integrationId, RunKind.NIGHTLY))
                .map(SyncRun::getId)
                .contains(last.getId());
        assertThat(runs.findLastFinished(integrationId + 1, RunKind.NIGHTLY)).isEmpty();
    }

    private SyncRun store(RunKind kind, OffsetDateTime startedAt, OffsetDateTime finishedAt) {
        return inTransaction(() -> {
            var run = new SyncRun(integrationId, kind, RunTrigger.TIMER, startedAt);
            if (finishedAt != null) {
                run.finish(RunState.COMPLETED, null, finishedAt);
            }
            runs.add(run);
            return run;
        });
    }

    private static List<Long> ids(List<SyncRun> found) {
        return found.stream().map(SyncRun::getId).toList();
    }
}
