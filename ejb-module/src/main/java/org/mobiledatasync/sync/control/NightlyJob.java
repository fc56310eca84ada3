package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mobiledatasync.integration.control.NightlyTimes;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.schedule.control.JobWork;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * Starts the nightly sync of an integration when it is due, or takes up the run that a dead server left. When Salesforce
 * was out of reach it tries again in the same night.
 */
@ApplicationScoped
public class NightlyJob implements JobWork {
    private static final Duration AFTER_AN_OUTAGE = Duration.ofMinutes(15);

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
        boolean done = true;
        if (open.isPresent() && due.failures() >= RunLedger.MOST_FAILURES) {
            sync.abandon(lease, open.get());
        } else if (open.isPresent()) {
            done = sync.run(lease, runs.takeUp(lease, open.get().getId(), due));
        } else if (isInWindow(due.at())) {
            SyncRun opened = runs.open(lease, integrationId, RunKind.NIGHTLY);
            done = sync.run(lease, runs.takeUp(lease, opened.getId(), due));
        } else {
            runs.noteMissed(lease, integrationId, due.at());
        }
        boolean again = !done && isInWindow(times.last(integrationId));
        return new Result(again ? OffsetDateTime.now(clock).plus(AFTER_AN_OUTAGE) : times.next(integrationId), null);
    }

    /** A run still starts within some hours of its time; later it would run into the day (R7.4). */
    private boolean isInWindow(OffsetDateTime dueAt) {
        return OffsetDateTime.now(clock).isBefore(dueAt.plus(Settings.NIGHTLY_WINDOW_HOURS.hours()));
    }
}
