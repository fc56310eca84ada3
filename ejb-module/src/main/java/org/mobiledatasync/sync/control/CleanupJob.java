package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.schedule.control.JobWork;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.entity.JobKind;

/** Deletes report details past their time, in small steps; the summaries stay for ever (R8.3). */
@ApplicationScoped
public class CleanupJob implements JobWork {
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int STEPS = 200;

    private CleanupLedger ledger;
    private Clock clock;

    protected CleanupJob() {}

    @Inject
    public CleanupJob(CleanupLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.CLEANUP;
    }

    @Override
    public Result run(Lease lease, Due due) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime oldest = now.minusDays(Settings.OUTCOME_RETENTION_DAYS.number());
        for (int step = 0; step < STEPS && ledger.deleteSome(lease, oldest); step++) {
            // what is left after that many steps waits for the next hour
        }
        return new Result(now.plus(INTERVAL), null);
    }
}
