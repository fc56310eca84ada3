package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * The five-minute sync: brings opt-ins and opt-outs to Salesforce (S17, R5), also while a nightly run is at work (R5.6).
 * Opens no transaction of its own; what it has not recorded when its server dies is still waiting afterwards.
 */
@ApplicationScoped
public class FiveMinuteSync {
    private static final Logger LOG = Logger.getLogger(FiveMinuteSync.class.getName());

    /** Enough for several calls at a time; little enough that what is sent is the state of this moment. */
    private static final int BATCH = 20 * SalesforceClient.MOST_PER_CALL;

    private RunLedger runs;
    private SyncPlanLedger plans;
    private PushLedger ledger;
    private ConsentPush push;
    private RunCalls calls;

    protected FiveMinuteSync() {}

    @Inject
    public FiveMinuteSync(RunLedger runs, SyncPlanLedger plans, PushLedger ledger, ConsentPush push, RunCalls calls) {
        this.runs = runs;
        this.plans = plans;
        this.ledger = ledger;
        this.push = push;
        this.calls = calls;
    }

    /** Brings all that is due, and closes the run. */
    public void run(Lease lease, SyncRun run) {
        long runId = run.getId();
        CallCounter counter = new CallCounter();
        try {
            SyncPlan plan = plans.read(run.getIntegrationId());
            RunState state = bring(new ConsentPush.Work(lease, runId, plan, counter));
            calls.count(lease, runId, counter);
            long left = ledger.pending(plan.integrationId());
            runs.update(lease, runId, current -> current.setPending(left));
            runs.finish(lease, runId, state, message(state, left));
        } catch (SalesforceFault fault) {
            LOG.log(Level.WARNING, "event=run-failed run={0} code={1} message={2}", new Object[] {
                String.valueOf(runId), fault.code(), fault.getMessage()
            });
            calls.count(lease, runId, counter);
            long left = ledger.pending(run.getIntegrationId());
            runs.update(lease, runId, current -> current.setPending(left));
            runs.fail(lease, runId, fault);
        }
    }

    private RunState bring(ConsentPush.Work work) {
        while (runs.mayGoOn(work.runId())) {
            List<PushItem> batch = ledger.next(work.plan().integrationId(), BATCH);
            if (batch.isEmpty()) {
                return RunState.COMPLETED;
            }
            // A batch is of one kind, so that opt-outs are through before the first opt-in (R5.2).
            boolean optIn = batch.get(0).optIn();
            List<PushItem> alike =
                    batch.stream().takeWhile(item -> item.optIn() == optIn).toList();
            if (!push.bring(work, alike)) {
                return RunState.QUOTA_REACHED;
            }
        }
        return RunState.STOPPED;
    }

    private static String message(RunState state, long left) {
        return switch (state) {
            case QUOTA_REACHED -> "The Daily API Quota is used up: " + left + " changes wait for the next day.";
            case STOPPED -> "The run was stopped. What it had done stays done.";
            default -> null;
        };
    }
}
