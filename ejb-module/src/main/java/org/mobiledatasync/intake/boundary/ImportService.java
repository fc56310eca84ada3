package org.mobiledatasync.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.intake.control.ColumnGuess;
import org.mobiledatasync.intake.entity.ImportPlan;
import org.mobiledatasync.intake.entity.ImportRow;
import org.mobiledatasync.intake.entity.ImportState;
import org.mobiledatasync.intake.entity.ProfileImport;
import org.mobiledatasync.intake.entity.ProfileImportRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.control.DefaultRegion;
import org.mobiledatasync.schedule.boundary.JobService;
import org.mobiledatasync.schedule.entity.JobKind;

/** Leads an uploaded file of people through its steps: columns, preview, carrying out. */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class ImportService {
    private static final String KIND = "Import";

    private ProfileImportRepository imports;
    private OptInPathRepository paths;
    private CampaignRepository campaigns;
    private DefaultRegion region;
    private JobService jobs;
    private AuditLog audit;

    protected ImportService() {}

    @Inject
    public ImportService(
            ProfileImportRepository imports,
            OptInPathRepository paths,
            CampaignRepository campaigns,
            DefaultRegion region,
            JobService jobs,
            AuditLog audit) {
        this.imports = imports;
        this.paths = paths;
        this.campaigns = campaigns;
        this.region = region;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** @throws NotFoundException when there is no such import */
    public ProfileImport get(long id) {
        return imports.get(id);
    }

    /** The last imports, newest first. */
    public List<ProfileImport> findLatest(int size) {
        return imports.findLatest(size);
    }

    /** What each column may be, by its heading. */
    public List<String> guess(ProfileImport file) {
        return ColumnGuess.of(file.getHeadings());
    }

    /** The country that a plan begins with. */
    public String defaultRegion() {
        return region.get();
    }

    /** The first lines of the file, as far as they are kept. */
    public List<ImportRow> firstRows(long id, int size) {
        return imports.findRowsAfter(id, 0, size);
    }

    /** The next lines after a number that were refused, or are of people who said STOP. */
    public List<ImportRow> troubledRows(long id, long after, int size) {
        return imports.findTroubledAfter(id, after, size);
    }

    /**
     * Begins to compare every line with what we know; nothing is changed by it.
     *
     * @throws InvalidInputException naming what is missing in the plan
     * @throws ConflictException when the file is being carried out already, or is not there in full
     */
    public void check(long id, ImportPlan plan) {
        ProfileImport file = imports.findForUpdate(id).orElseThrow(() -> NotFoundException.of("import", id));
        if (file.getState() != ImportState.COLUMNS && file.getState() != ImportState.CHECKED) {
            throw new ConflictException("The columns of this import cannot be chosen now. Upload the file again.");
        }
        new PlanCheck(file.getHeadings(), plan).check();
        if (plan.getOptInPathId() != null) {
            openPath(plan.getOptInPathId());
        }
        file.check(plan);
        jobs.runNow(JobKind.PROFILE_IMPORT, null);
    }

    /**
     * Begins to carry out what the preview showed. What changed meanwhile counts as it is then.
     *
     * @throws ConflictException when there was no preview, or its opt-in path takes nobody in any more
     */
    public void carryOut(long id) {
        ProfileImport file = imports.findForUpdate(id).orElseThrow(() -> NotFoundException.of("import", id));
        if (file.getState() != ImportState.CHECKED) {
            throw new ConflictException("This import is carried out already, or its preview is not ready.");
        }
        ImportPlan plan = file.getPlan();
        String path = plan.getOptInPathId() == null
                ? ""
                : openPath(plan.getOptInPathId()).getName();
        audit.record(
                AuditAction.STARTED,
                KIND,
                file.getFileName(),
                Stream.of(
                                AuditChange.of("Lines", "", file.getRowsTotal()),
                                AuditChange.of("Opt-in path", "", path),
                                AuditChange.of("Evidence", "", plan.evidence()),
                                AuditChange.of("The file's values win", "", plan.isOverwrite()))
                        .flatMap(Optional::stream)
                        .toList());
        file.carryOut();
        jobs.runNow(JobKind.PROFILE_IMPORT, null);
    }

    /** Forgets a file and its lines; what came of it stays. @throws ConflictException while it is being carried out */
    public void remove(long id) {
        ProfileImport file = imports.findForUpdate(id).orElseThrow(() -> NotFoundException.of("import", id));
        if (file.getState() == ImportState.WORKING) {
            throw new ConflictException("This import is being carried out. Wait until it is done.");
        }
        imports.remove(file);
    }

    private OptInPath openPath(long pathId) {
        OptInPath path = paths.get(pathId);
        if (!campaigns.get(path.getCampaignId()).takesIn(path)) {
            throw new InvalidInputException(
                    "path", "Nobody can join through \"" + path.getName() + "\" now. Choose another opt-in path.");
        }
        return path;
    }
}
