package org.mobiledatasync.integration.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.integration.control.DefaultMappings;
import org.mobiledatasync.integration.control.IntegrationCheck;
import org.mobiledatasync.integration.control.IntegrationDifferences;
import org.mobiledatasync.integration.control.NightlyTimes;
import org.mobiledatasync.integration.entity.FieldMappingRepository;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.schedule.boundary.JobService;
import org.mobiledatasync.schedule.entity.Job;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.entity.ConnectionTestRepository;

/** Creates, changes, activates and deactivates integrations. */
@Stateless
public class IntegrationService {
    private static final String KIND = "Integration";

    /** How long a test of the connection speaks for it. */
    private static final Duration TEST_HOLDS = Duration.ofMinutes(15);

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private FieldMappingRepository mappings;

    @Inject
    private OptInPathRepository paths;

    @Inject
    private ConnectionTestRepository tests;

    @Inject
    private IntegrationCheck check;

    @Inject
    private JobService jobs;

    @Inject
    private NightlyTimes times;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @RolesAllowed(Roles.VIEWER)
    public List<Integration> findAll() {
        return integrations.findAll();
    }

    @RolesAllowed(Roles.VIEWER)
    public Integration get(long id) {
        return integrations.get(id);
    }

    /** An integration with the guide's defaults, not stored yet. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Integration draft() {
        return new Integration("Salesforce", OffsetDateTime.now(clock));
    }

    /**
     * Stores a new, inactive integration with the default field mappings.
     *
     * @throws InvalidInputException naming every field that has to change
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Integration create(Integration draft) {
        prepare(draft);
        integrations.add(draft);
        DefaultMappings.of(draft).forEach(mappings::add);
        audit.record(AuditAction.CREATED, KIND, draft.getName(), List.of());
        return draft;
    }

    /**
     * Takes a changed integration in; its secrets are stored as they stand in it. A problem that needed a person counts as
     * solved: the next sync will tell.
     *
     * @throws InvalidInputException naming every field that has to change; while it is active, also what the syncs can't
     *     do without and is missing
     * @throws ConflictException when somebody else changed it meanwhile
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Integration update(Integration edited) {
        Integration stored = integrations.get(edited.getId());
        if (stored.getVersion() != edited.getVersion()) {
            throw ConflictException.lostUpdate("integration");
        }
        prepare(edited);
        if (stored.isActive()) {
            check.checkComplete(edited);
        }
        List<AuditChange> changes = IntegrationDifferences.between(stored, edited);
        boolean replan = !stored.getNightlyAt().equals(edited.getNightlyAt())
                || !stored.getTimeZone().equals(edited.getTimeZone());
        Integration updated = integrations.update(edited);
        updated.attentionSolved();
        mappings.findByIntegration(edited.getId()).stream()
                .filter(mapping -> "opt_in_status".equals(mapping.getField()))
                .forEach(mapping ->
                        mapping.setApiFieldName(edited.getContactDefaults().getMobileOptInField()));
        if (updated.isActive() && replan) {
            jobs.plan(JobKind.NIGHTLY_SYNC, updated.getId(), times.next(updated));
        }
        if (!changes.isEmpty()) {
            audit.record(AuditAction.CHANGED, KIND, edited.getName(), changes);
        }
        return updated;
    }

    /** @throws ConflictException while it is active */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void remove(long id) {
        Integration integration = integrations.get(id);
        if (integration.isActive()) {
            throw new ConflictException("Deactivate the integration first.");
        }
        integrations.remove(integration);
        audit.record(AuditAction.REMOVED, KIND, integration.getName(), List.of());
    }

    /**
     * Switches the syncs on. The first nightly sync runs the following morning (S14), the five-minute sync at once.
     *
     * @throws InvalidInputException while what the syncs can't do without is missing
     * @throws ConflictException when the connection, as it is configured now, is not {@link #isTested}
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Integration activate(long id) {
        Integration integration = integrations.get(id);
        check.checkComplete(integration);
        if (!integration.isActive()) {
            if (!isTested(integration)) {
                throw new ConflictException(
                        "The connection was not tested with success as it is configured now. Test it again.");
            }
            integration.setActive(true);
            integration.setActivatedAt(OffsetDateTime.now(clock));
            integration.attentionSolved();
            jobs.plan(JobKind.NIGHTLY_SYNC, id, times.firstAfterActivation(integration));
            jobs.plan(JobKind.FIVE_MINUTE_SYNC, id, OffsetDateTime.now(clock));
            audit.record(AuditAction.ACTIVATED, KIND, integration.getName(), List.of());
        }
        return integration;
    }

    /** Lets the syncs rest: a running one stops at its next chunk; links, pending changes and history stay (S15). */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Integration deactivate(long id) {
        Integration integration = integrations.get(id);
        if (integration.isActive()) {
            integration.setActive(false);
            jobs.pause(JobKind.NIGHTLY_SYNC, id);
            jobs.pause(JobKind.FIVE_MINUTE_SYNC, id);
            audit.record(AuditAction.DEACTIVATED, KIND, integration.getName(), List.of());
        }
        return integration;
    }

    /** Like {@link #deactivate}, and forgets all secrets of the sign-in too: the server can't sign in any more. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Integration deactivateForGood(long id) {
        Integration integration = deactivate(id);
        var signIn = integration.getSignIn();
        List<AuditChange> changes = Stream.of("Password", "Security token", "Consumer secret", "Private key")
                .map(AuditChange::ofSecret)
                .toList();
        signIn.setPassword(null);
        signIn.setSecurityToken(null);
        signIn.setClientSecret(null);
        signIn.setPrivateKey(null);
        audit.record(AuditAction.CHANGED, KIND, integration.getName(), changes);
        return integration;
    }

    /** What {@link #activate} would refuse the integration for; empty when it would not. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<InvalidInputException.Problem> findMissing(long id) {
        try {
            check.checkComplete(integrations.get(id));
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }

    /** Whether the connection, as it is configured now, was tested with success within the last fifteen minutes. */
    @RolesAllowed(Roles.VIEWER)
    public boolean isTested(long id) {
        return isTested(integrations.get(id));
    }

    private boolean isTested(Integration integration) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return tests.find(integration.getId())
                .filter(test -> test.isPassedBy(integration))
                .filter(test -> test.getTestedAt().plus(TEST_HOLDS).isAfter(now))
                .isPresent();
    }

    /** When the first nightly sync would begin if the integration were activated now (S14). */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public OffsetDateTime firstNightly(long id) {
        return times.firstAfterActivation(integrations.get(id));
    }

    /** The job of the five-minute sync, which tells when it last looked; empty before the first activation. */
    @RolesAllowed(Roles.VIEWER)
    public Optional<Job> findFiveMinuteJob(long id) {
        return jobs.find(JobKind.FIVE_MINUTE_SYNC, id);
    }

    /** When the next nightly sync begins; empty while inactive. */
    @RolesAllowed(Roles.VIEWER)
    public Optional<OffsetDateTime> nextNightly(long id) {
        return jobs.find(JobKind.NIGHTLY_SYNC, id)
                .filter(job -> !job.isPaused())
                .map(Job::getNextRunAt);
    }

    private void prepare(Integration integration) {
        integration
                .getSignIn()
                .setApiHost(IntegrationCheck.hostOf(integration.getSignIn().getApiHost()));
        if (integration.getDefaultRegion() != null) {
            integration.setDefaultRegion(integration.getDefaultRegion().trim().toUpperCase(Locale.ROOT));
        }
        check.check(integration);
        Long pathId = integration.getWebOptInPathId();
        if (pathId != null && paths.find(pathId).isEmpty()) {
            throw new InvalidInputException("webOptInPathId", "There is no opt-in path " + pathId + ".");
        }
        boolean taken = integrations.findAll().stream()
                .anyMatch(other -> other.getName().equals(integration.getName())
                        && !other.getId().equals(integration.getId()));
        if (taken) {
            throw new InvalidInputException("name", "There is an integration with this name already.");
        }
    }
}
