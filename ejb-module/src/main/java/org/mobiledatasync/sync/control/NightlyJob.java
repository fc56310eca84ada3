package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mobiledatasync.integration.control.NightlyTimes;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.schedule.control.JobWork;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;

/** Starts the nightly sync of an integration when it is due, or takes up the run that a dead server left. */
@ApplicationScoped
public class NightlyJob implements JobWork {
    private RunLedger runs;
    private NightlySync sync;
    private NightlyTimes times;
    private Clock clock;

    protected NightlyJob() {}

    @Inject
    public NightlyJob(RunLedger runs, NightlySync sync, NightlyTimes times, Clock clock) {
        this.runs = runs;
        this.sync = sync;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.NIGHTLY_SYNC;
    }

    @Override
    public Result run(Lease lease, Due due) {
        long integrationId = due.integrationId();
        Optional<SyncRun> open = runs.findOpen(integrationId, RunKind.NIGHTLY);
        if (open.isPresent() && due.failures() >= RunLedger.MOST_FAILURES) {
            sync.abandon(lease, open.get());
        } else if (open.isPresent()) {
            sync.run(lease, open.get());
        } else if (isInWindow(due.at())) {
            sync.run(lease, runs.open(lease, integrationId, RunKind.NIGHTLY));
        } else {
            runs.noteMissed(lease, integrationId, due.at());
        }
        return new Result(times.next(integrationId), null);
    }

    /** A missed run still starts within its window; later it would run into the day (R7.4). */
    private boolean isInWindow(OffsetDateTime dueAt) {
        return OffsetDateTime.now(clock).isBefore(dueAt.plus(Settings.NIGHTLY_WINDOW_HOURS.hours()));
    }
}
