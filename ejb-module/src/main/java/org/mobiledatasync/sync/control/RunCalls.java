package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * Counts what a run called and no step of it has counted: calls that move no record, that found nothing, and that failed
 * (R6.1). In the run's own record, and with the day of its integration.
 */
@ApplicationScoped
public class RunCalls {
    private RunLedger runs;
    private Quota quota;

    protected RunCalls() {}

    @Inject
    public RunCalls(RunLedger runs, Quota quota) {
        this.runs = runs;
        this.quota = quota;
    }

    void count(Lease lease, long runId, CallCounter counter) {
        long calls = counter.take();
        SyncRun run = runs.update(lease, runId, current -> current.called(calls, 0));
        quota.note(run.getIntegrationId(), counter);
    }
}
