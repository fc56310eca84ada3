package org.mobiledatasync.sync.web;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.mobiledatasync.sync.entity.RunPhase;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * How far a run at work is.
 *
 * @param end when it will be through the export if it goes on at its pace so far; null while that can't be told
 */
public record RunProgress(SyncRun run, OffsetDateTime end) {

    static RunProgress of(SyncRun run, OffsetDateTime now) {
        long done = run.getCursor();
        if (run.getPhase() != RunPhase.PULL || done == 0 || run.getRowsTotal() <= done) {
            return new RunProgress(run, null);
        }
        Duration soFar = Duration.between(run.getStartedAt(), now);
        return new RunProgress(
                run, now.plus(soFar.multipliedBy(run.getRowsTotal() - done).dividedBy(done)));
    }

    /** Whether it reads the export, so that it is known how much there is to do. */
    public boolean isCountable() {
        return run.getPhase() == RunPhase.PULL && run.getRowsTotal() > 0;
    }
}
