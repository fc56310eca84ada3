package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.entity.RunPhase;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * The nightly sync: Salesforce's updates in, profile changes out (S16, S21).
 *
 * <p>Life of a run: it fetches and checks the export (DOWNLOAD), reads it chunk by chunk (PULL), reads through the API
 * what changed here but is not in the export (CHANGED_HERE), sends what Salesforce must take (PUSH), and closes its
 * balance. Each phase goes on from where a dead server left it (R7.1). Opens no transaction of its own.
 */
@ApplicationScoped
public class NightlySync {
    private static final Logger LOG = Logger.getLogger(NightlySync.class.getName());

    private RunLedger runs;
    private SyncPlanLedger plans;
    private ExportPull pull;
    private ChangedHerePull changedHere;
    private ContactPush push;
    private MatchLedger matches;
    private RunCalls calls;

    protected NightlySync() {}

    @Inject
    public NightlySync(
            RunLedger runs,
            SyncPlanLedger plans,
            ExportPull pull,
            ChangedHerePull changedHere,
            ContactPush push,
            MatchLedger matches,
            RunCalls calls) {
        this.runs = runs;
        this.plans = plans;
        this.pull = pull;
        this.changedHere = changedHere;
        this.push = push;
        this.matches = matches;
        this.calls = calls;
    }

    /**
     * Does what the run has still to do, and closes it.
     *
     * @return false when Salesforce was out of reach, so that a new run may do better soon
     */
    public boolean run(Lease lease, SyncRun run) {
        long runId = run.getId();
        CallCounter counter = new CallCounter();
        try {
            SyncPlan plan = plans.read(run.getIntegrationId());
            LOG.log(Level.INFO, "event=run-started run={0} kind=NIGHTLY phase={1} cursor={2}", new Object[] {
                String.valueOf(runId), run.getPhase(), String.valueOf(run.getCursor())
            });
            RunState state = pull(lease, runId, plan, counter);
            if (state != RunState.STOPPED) {
                RunState sent = push.send(lease, runId, plan, counter);
                state = sent == RunState.COMPLETED ? state : sent;
            }
            calls.count(lease, runId, counter);
            push.closeLeftOver(lease, runId);
            runs.finish(lease, runId, state, message(state, runs.get(runId)));
            return true;
        } catch (SalesforceFault fault) {
            LOG.log(Level.WARNING, "event=run-failed run={0} code={1} message={2}", new Object[] {
                String.valueOf(runId), fault.code(), fault.getMessage()
            });
            calls.count(lease, runId, counter);
            push.closeLeftOver(lease, runId);
            runs.fail(lease, runId, fault);
            return fault.remedy() != FaultCode.Remedy.RETRY;
        } finally {
            pull.discard(runId);
        }
    }

    /** Closes a run that failed again and again by a fault of ours, so that the next night begins anew. */
    public void abandon(Lease lease, SyncRun run) {
        push.closeLeftOver(lease, run.getId());
        runs.abandon(lease, run.getId());
        pull.discard(run.getId());
    }

    private RunState pull(Lease lease, long runId, SyncPlan plan, CallCounter counter) {
        if (runs.get(runId).getPhase() == RunPhase.DOWNLOAD || runs.get(runId).getPhase() == RunPhase.PULL) {
            if (!pull.pull(lease, runId, plan, counter)) {
                return RunState.STOPPED;
            }
            matches.forgetUnseen(lease, runId);
            runs.update(lease, runId, run -> run.setPhase(RunPhase.CHANGED_HERE));
        }
        if (runs.get(runId).getPhase() == RunPhase.CHANGED_HERE) {
            RunState state = changedHere.pull(lease, runId, plan, counter);
            if (state != RunState.STOPPED) {
                // Also when the quota is used up for reading: opt-outs have a reserve to be sent with.
                runs.update(lease, runId, run -> run.setPhase(RunPhase.PUSH));
            }
            return state;
        }
        return RunState.COMPLETED;
    }

    private static String message(RunState state, SyncRun run) {
        return switch (state) {
            case QUOTA_REACHED ->
                "The Daily API Quota is used up: " + run.getPending() + " records wait for the next day.";
            case STOPPED -> "The run was stopped. What it had done stays done.";
            default -> null;
        };
    }
}
