package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.integration.control.IntegrationCheck;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.schedule.boundary.JobService;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.entity.Preview;
import org.mobiledatasync.sync.entity.PreviewRepository;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** Previews of the nightly sync: what it would do, made in the background, with nothing written on either side. */
@Stateless
public class PreviewService {
    @Inject
    private PreviewRepository previews;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private IntegrationCheck check;

    @Inject
    private JobService jobs;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** The last preview of an integration, finished or not. */
    @RolesAllowed(Roles.VIEWER)
    public Optional<Preview> find(long integrationId) {
        return previews.find(integrationId);
    }

    /** @throws NotFoundException when none was asked for, or it is gone by its age */
    @RolesAllowed(Roles.VIEWER)
    public Preview get(long integrationId) {
        integrations.get(integrationId);
        return find(integrationId).orElseThrow(() -> NotFoundException.of("preview of integration", integrationId));
    }

    /**
     * Asks for a preview; it begins at once, and takes the place of the one before. The integration may be inactive.
     *
     * @throws InvalidInputException while what a sync can't do without is missing
     * @throws ConflictException while the nightly sync or another preview is at work, or without an export to look at
     */
    @RolesAllowed(Roles.OPERATOR)
    public Preview start(long integrationId) {
        Integration integration = integrations.get(integrationId);
        check.checkComplete(integration);
        String exportUrl = integration.getCustomExportUrl();
        if (exportUrl == null || exportUrl.isBlank()) {
            throw new ConflictException(
                    "There is no Custom Export URL: nothing would be read from Salesforce, so there is"
                            + " nothing to preview.");
        }
        jobs.lock(JobKind.PREVIEW, integrationId);
        if (runs.findRunning(integrationId, RunKind.NIGHTLY).isPresent()) {
            throw new ConflictException(
                    "The nightly sync is at work. Ask for a preview when it is done; until then its report says what it does.");
        }
        Preview preview = asked(integrationId);
        jobs.runNow(JobKind.PREVIEW, integrationId);
        return preview;
    }

    private Preview asked(long integrationId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Preview> former = previews.find(integrationId);
        if (former.filter(Preview::isRunning).isPresent()) {
            throw new ConflictException("A preview is being made already.");
        }
        former.ifPresent(preview -> preview.beginAnew(caller.name(), now));
        return former.orElseGet(() -> {
            Preview first = new Preview(integrationId, caller.name(), now);
            previews.add(first);
            return first;
        });
    }

    /** Asks a preview to stop; it does within one chunk. Stopping a finished one changes nothing. */
    @RolesAllowed(Roles.OPERATOR)
    public Preview stop(long integrationId) {
        Preview preview = get(integrationId);
        if (preview.isRunning()) {
            preview.requestStop();
        }
        return preview;
    }
}
