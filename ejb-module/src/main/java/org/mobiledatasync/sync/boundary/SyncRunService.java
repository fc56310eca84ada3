package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.schedule.boundary.JobService;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.control.OutcomeCounts;
import org.mobiledatasync.sync.control.ReportedRecords;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.OutcomeFilter;
import org.mobiledatasync.sync.entity.OutcomeOrder;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunTrigger;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** Starts and stops runs by hand, and reads the Synchronization Report. */
@Stateless
public class SyncRunService {
    private static final int RUNS_AT_ONCE = 100;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private ReportedRecords reported;

    @Inject
    private OutboundChangeRepository changes;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private JobService jobs;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Starts a run by hand; it takes the same way as one by the clock.
     *
     * @throws ConflictException when one of the kind is at work, or the integration is inactive
     */
    @RolesAllowed(Roles.OPERATOR)
    public SyncRun start(long integrationId, RunKind kind) {
        Integration integration = integrations.get(integrationId);
        if (!integration.isActive()) {
            throw new ConflictException("The integration is inactive. Activate it first.");
        }
        JobKind job = kind == RunKind.NIGHTLY ? JobKind.NIGHTLY_SYNC : JobKind.FIVE_MINUTE_SYNC;
        jobs.lock(job, integrationId);
        if (runs.findRunning(integrationId, kind).isPresent()) {
            throw new ConflictException("A run of this kind is already at work.");
        }
        SyncRun run = new SyncRun(integrationId, kind, RunTrigger.PERSON, OffsetDateTime.now(clock));
        runs.add(run);
        jobs.runNow(job, integrationId);
        audit.record(AuditAction.STARTED, "Run", integration.getName() + " " + kind, List.of());
        return run;
    }

    /** Asks a run to stop; it does within one chunk (R7.5). Stopping a finished run changes nothing. */
    @RolesAllowed(Roles.OPERATOR)
    public SyncRun stop(long runId) {
        SyncRun run = runs.get(runId);
        if (run.isRunning() && !run.isStopRequested()) {
            run.setStopRequested(true);
            audit.record(AuditAction.STOPPED, "Run", String.valueOf(runId), List.of());
        }
        return run;
    }

    @RolesAllowed(Roles.VIEWER)
    public Optional<SyncRun> find(long runId) {
        return runs.find(runId);
    }

    @RolesAllowed(Roles.VIEWER)
    public SyncRun get(long runId) {
        return runs.get(runId);
    }

    /** The runs of an integration, newest first. */
    @RolesAllowed(Roles.VIEWER)
    public List<SyncRun> find(long integrationId, int first, int size) {
        integrations.get(integrationId);
        return runs.findByIntegration(integrationId, first, size);
    }

    @RolesAllowed(Roles.VIEWER)
    public long count(long integrationId) {
        return runs.count(integrationId);
    }

    /** The runs of a kind that began at the moment or later, oldest first. */
    @RolesAllowed(Roles.VIEWER)
    public List<SyncRun> findSince(long integrationId, RunKind kind, OffsetDateTime moment) {
        return runs.findSince(integrationId, kind, moment);
    }

    @RolesAllowed(Roles.VIEWER)
    public Optional<SyncRun> findRunning(long integrationId, RunKind kind) {
        return runs.findRunning(integrationId, kind);
    }

    @RolesAllowed(Roles.VIEWER)
    public Optional<SyncRun> findLastFinished(long integrationId, RunKind kind) {
        return runs.findLastFinished(integrationId, kind);
    }

    /** How many records ended in each class: of a finished run as kept for ever, of one at work so far (R8.3). */
    @RolesAllowed(Roles.VIEWER)
    public Map<Outcome, Long> outcomes(SyncRun run) {
        return run.isRunning() ? reported.countByOutcome(run.getId()) : OutcomeCounts.fromJson(run.getOutcomeCounts());
    }

    /** How many records ended in each class in the runs that began within 24 hours (R8.3). */
    @RolesAllowed(Roles.VIEWER)
    public Map<Outcome, Long> outcomesOfLastDay(long integrationId) {
        OffsetDateTime since = OffsetDateTime.now(clock).minusDays(1);
        Map<Outcome, Long> sums = new EnumMap<>(Outcome.class);
        int first = 0;
        List<SyncRun> page;
        do {
            page = runs.findByIntegration(integrationId, first, RUNS_AT_ONCE);
            page.stream().filter(run -> run.getStartedAt().isAfter(since)).forEach(run -> outcomes(run)
                    .forEach((outcome, count) -> sums.merge(outcome, count, Long::sum)));
            first += RUNS_AT_ONCE;
        } while (page.size() == RUNS_AT_ONCE
                && page.get(RUNS_AT_ONCE - 1).getStartedAt().isAfter(since));
        return sums;
    }

    /**
     * The opt-outs that Salesforce does not know yet.
     *
     * @param oldest since when the oldest of them waits; empty when there is none
     */
    public record PendingOptOuts(long count, Optional<OffsetDateTime> oldest) {}

    @RolesAllowed(Roles.VIEWER)
    public PendingOptOuts pendingOptOuts(long integrationId) {
        return new PendingOptOuts(changes.countPending(integrationId, false), changes.oldestOptOut(integrationId));
    }

    /** The records of a run, as they were reported. */
    @RolesAllowed(Roles.VIEWER)
    public List<RecordOutcome> records(long runId, OutcomeFilter filter, int first, int size) {
        return records(runId, filter, OutcomeOrder.AS_REPORTED, first, size);
    }

    /** The records of a run. */
    @RolesAllowed(Roles.VIEWER)
    public List<RecordOutcome> records(long runId, OutcomeFilter filter, OutcomeOrder order, int first, int size) {
        runs.get(runId);
        return reported.search(runId, filter, order, first, size);
    }

    @RolesAllowed(Roles.VIEWER)
    public long countRecords(long runId, OutcomeFilter filter) {
        return reported.count(runId, filter);
    }
}
