package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mobiledatasync.integration.control.AttentionLedger;
import org.mobiledatasync.schedule.control.JobWork;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * Starts the five-minute sync of an integration when something waits. Without anything to bring there is no run and no
 * call. While a person has to mend the connection it does not try: Salesforce would lock the user out.
 */
@ApplicationScoped
public class FiveMinuteJob implements JobWork {
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private RunLedger runs;
    private PushLedger changes;
    private FiveMinuteSync sync;
    private AttentionLedger attention;
    private Clock clock;

    protected FiveMinuteJob() {}

    @Inject
    public FiveMinuteJob(
            RunLedger runs, PushLedger changes, FiveMinuteSync sync, AttentionLedger attention, Clock clock) {
        this.runs = runs;
        this.changes = changes;
        this.sync = sync;
        this.attention = attention;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.FIVE_MINUTE_SYNC;
    }

    @Override
    public Result run(Lease lease, Due due) {
        long integrationId = due.integrationId();
        Optional<SyncRun> open = runs.findOpen(integrationId, RunKind.PUSH);
        if (open.isPresent() && due.failures() >= RunLedger.MOST_FAILURES) {
            runs.abandon(lease, open.get().getId());
        } else if (open.isPresent()) {
            sync.run(lease, runs.takeUp(lease, open.get().getId(), due));
        } else if (changes.isAnyDue(integrationId) && !attention.isNeeded(integrationId)) {
            SyncRun opened = runs.open(lease, integrationId, RunKind.PUSH);
            sync.run(lease, runs.takeUp(lease, opened.getId(), due));
        }
        return new Result(OffsetDateTime.now(clock).plus(INTERVAL), null);
    }
}
