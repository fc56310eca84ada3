package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.schedule.control.JobWork;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.RunTrigger;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** The run record: opened, moved on and closed in short fenced transactions, so that it survives every failure (R7.1). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunLedger {
    private static final Logger LOG = Logger.getLogger(RunLedger.class.getName());
    private static final String CONNECTION = "connection";

    /** How often a run is taken up again after a fault of ours before it is closed. */
    static final int MOST_FAILURES = 5;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private RecordOutcomeRepository outcomes;

    @Inject
    private ReportedRecords records;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    /** The run that a dead server or a person's request left to do; empty when there is none. */
    public Optional<SyncRun> findOpen(long integrationId, RunKind kind) {
        return runs.findRunning(integrationId, kind);
    }

    /** Begins a run by the clock. */
    public SyncRun open(Lease lease, long integrationId, RunKind kind) {
        leases.renew(lease);
        SyncRun run = new SyncRun(integrationId, kind, RunTrigger.TIMER, now());
        runs.add(run);
        return run;
    }

    /**
     * A server begins to work on an open run. One that was taken from a server which made no progress is marked by that,
     * in the log and in the report.
     */
    public SyncRun takeUp(Lease lease, long runId, JobWork.Due due) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        run.takeUp(due.takenOver());
        if (due.takenOver()) {
            LOG.log(
                    Level.WARNING,
                    "event=run-taken-over run={0} kind={1} phase={2} no-progress-since={3}",
                    new Object[] {String.valueOf(runId), run.getKind(), run.getPhase(), run.getProgressAt()});
        }
        run.setProgressAt(now());
        return run;
    }

    public SyncRun get(long runId) {
        return runs.get(runId);
    }

    /** Whether it has still to be brought to its end, by whatever server; a run that is not known has not. */
    public boolean isRunning(long runId) {
        return runs.find(runId).filter(SyncRun::isRunning).isPresent();
    }

    /** Whether the run may do its next chunk: nobody stopped it, the integration is still active (R7.5, R7.6). */
    public boolean mayGoOn(long runId) {
        SyncRun run = runs.get(runId);
        return run.isRunning()
                && !run.isStopRequested()
                && integrations
                        .find(run.getIntegrationId())
                        .filter(Integration::isActive)
                        .isPresent();
    }

    /** Changes the run record. */
    public SyncRun update(Lease lease, long runId, Consumer<SyncRun> change) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        change.accept(run);
        run.setProgressAt(now());
        return run;
    }

    /**
     * Closes a run that went through, or stopped on purpose: counts its outcomes and strikes the balance (R8.1). What
     * differs is Unbalanced, whatever the state should have been.
     */
    public RunState finish(Lease lease, long runId, RunState intended, String message) {
        leases.renew(lease);
        return close(runs.get(runId), intended, message);
    }

    /** Closes a run whose connection failed: one Validation Error says why (R8), and the integration may need a person. */
    public void fail(Lease lease, long runId, SalesforceFault fault) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        if (fault.remedy() == FaultCode.Remedy.LIMIT) {
            close(run, RunState.QUOTA_REACHED, fault.getMessage());
            return;
        }
        run.saw(1);
        outcomes.add(new RecordOutcome(
                runId, CONNECTION, Outcome.VALIDATION_ERROR, fault.code().name(), fault.getMessage(), now()));
        close(run, RunState.FAILED, fault.getMessage());
        if (fault.needsPerson()) {
            integrations.get(run.getIntegrationId()).needsAttention(fault.getMessage(), now());
        }
    }

    /** Closes a run that a fault of ours ended. */
    public void abandon(Lease lease, long runId) {
        leases.renew(lease);
        close(
                runs.get(runId),
                RunState.FAILED,
                "The run failed " + MOST_FAILURES + " times by a fault of this server. The server's log says why.");
    }

    /** Notes a nightly sync that could not begin in its hours, so that the report shows the gap (R7.4). */
    public void noteMissed(Lease lease, long integrationId, OffsetDateTime dueAt) {
        leases.renew(lease);
        SyncRun run = new SyncRun(integrationId, RunKind.NIGHTLY, RunTrigger.TIMER, now());
        runs.add(run);
        close(
                run,
                RunState.FAILED,
                "The nightly sync that was due at " + dueAt + " was missed: no server was running.");
    }

    private RunState close(SyncRun run, RunState intended, String message) {
        Map<Outcome, Long> counts = records.countByOutcome(run.getId());
        run.setReported(counts.values().stream().mapToLong(Long::longValue).sum());
        run.setOutcomeCounts(OutcomeCounts.toJson(counts));
        RunState state = stateOf(run, intended, counts);
        run.finish(state, message, now());
        if (state == RunState.COMPLETED || state == RunState.COMPLETED_WITH_ERRORS) {
            integrations.find(run.getIntegrationId()).ifPresent(Integration::attentionSolved);
        }
        Level level = state == RunState.COMPLETED || state == RunState.STOPPED ? Level.INFO : Level.WARNING;
        LOG.log(level, "event=run-finished run={0} kind={1} state={2} seen={3} reported={4} balance={5}", new Object[] {
            String.valueOf(run.getId()), run.getKind(), state, run.getSeen(), run.getReported(), run.balance()
        });
        return state;
    }

    private static RunState stateOf(SyncRun run, RunState intended, Map<Outcome, Long> counts) {
        if (run.balance() != 0) {
            return RunState.UNBALANCED;
        }
        boolean errors = counts.containsKey(Outcome.PROCESSING_ERROR) || counts.containsKey(Outcome.UNABLE_TO_UPDATE);
        return intended == RunState.COMPLETED && errors ? RunState.COMPLETED_WITH_ERRORS : intended;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
