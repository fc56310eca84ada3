package org.mobiledatasync.campaign.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;

/** Makes, changes and ends the opt-in paths of campaigns. An ended path stays ended. */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class OptInPathService {

    private static final String KIND = "Opt-in path";

    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private AuditLog audit;
    private Clock clock;

    protected OptInPathService() {}

    @Inject
    public OptInPathService(CampaignRepository campaigns, OptInPathRepository paths, AuditLog audit, Clock clock) {
        this.campaigns = campaigns;
        this.paths = paths;
        this.audit = audit;
        this.clock = clock;
    }

    /** All paths of all campaigns in the order of their names. */
    @RolesAllowed(Roles.VIEWER)
    public List<OptInPath> findAll() {
        return paths.findAll();
    }

    /** The paths through which people can join now. */
    @RolesAllowed(Roles.VIEWER)
    public List<OptInPath> findOpen() {
        List<Campaign> all = campaigns.findAll();
        return paths.findAll().stream()
                .filter(path -> all.stream()
                        .anyMatch(campaign -> campaign.getId().equals(path.getCampaignId()) && campaign.takesIn(path)))
                .toList();
    }

    /** @throws NotFoundException when there is no such campaign */
    @RolesAllowed(Roles.VIEWER)
    public List<OptInPath> findByCampaign(long campaignId) {
        return paths.findByCampaign(campaigns.get(campaignId).getId());
    }

    /** @throws NotFoundException when the campaign has no such path */
    @RolesAllowed(Roles.VIEWER)
    public OptInPath get(long campaignId, long id) {
        return paths.find(id)
                .filter(path -> path.getCampaignId().equals(campaignId))
                .orElseThrow(() -> NotFoundException.of("opt-in path", id));
    }

    /** A web path to fill in and {@link #create}; not stored yet. */
    @RolesAllowed(Roles.VIEWER)
    public OptInPath draft(long campaignId) {
        return new OptInPath(campaignId, null, OptInPathType.WEB, OffsetDateTime.now(clock));
    }

    /** Tidies a path up and looks whether it could be stored. @throws InvalidInputException naming each field */
    public void check(OptInPath path) {
        tidy(path);
        new PathCheck(path, paths.findAll()).check();
    }

    /**
     * Stores a new path.
     *
     * @throws InvalidInputException naming each field that cannot stay so
     * @throws ConflictException when its campaign has ended
     */
    public OptInPath create(OptInPath path) {
        Campaign campaign = campaigns.get(path.getCampaignId());
        if (campaign.getStatus() == LifeStage.ENDED) {
            throw new ConflictException("This campaign has ended: nobody can join it any more.");
        }
        if (path.getStatus() == null || path.getStatus() == LifeStage.ENDED) {
            throw new InvalidInputException("status", "A new opt-in path is pending or active.");
        }
        check(path);
        paths.add(path);
        audit.record(AuditAction.CREATED, KIND, subject(campaign, path), List.of());
        return path;
    }

    /**
     * Takes an edited, detached path in. How people join stays what it was when the path was made.
     *
     * @throws InvalidInputException naming each field that cannot stay so
     * @throws ConflictException when somebody else changed it meanwhile, or it has ended before
     */
    public OptInPath update(OptInPath edited) {
        OptInPath before = paths.get(edited.getId());
        if (before.getStatus() == LifeStage.ENDED) {
            throw new ConflictException("This opt-in path has ended, and stays as it is. Make a new one.");
        }
        if (edited.getStatus() == null) {
            throw new InvalidInputException("status", "Choose a status.");
        }
        if (edited.getType() != null && edited.getType() != before.getType()) {
            throw new InvalidInputException("type", "How people join cannot change. Make a new opt-in path.");
        }
        tidy(edited);
        new PathCheck(
                        edited,
                        paths.findAll().stream()
                                .filter(other -> !other.getId().equals(edited.getId()))
                                .toList())
                .check();
        var changes = changes(before, edited);
        OptInPath path = merged(edited);
        if (!changes.isEmpty()) {
            audit.record(AuditAction.CHANGED, KIND, subject(campaigns.get(path.getCampaignId()), path), changes);
        }
        return path;
    }

    /**
     * Ends a path, whatever else is being edited of it.
     *
     * @param version what the caller had read
     * @throws NotFoundException when the campaign has no such path
     * @throws ConflictException when somebody else changed it meanwhile
     */
    public void end(long campaignId, long id, int version) {
        OptInPath path = get(campaignId, id);
        if (path.getVersion() != version) {
            throw ConflictException.lostUpdate("opt-in path");
        }
        String subject = subject(campaigns.get(campaignId), path);
        AuditChange.of("Status", path.getStatus(), LifeStage.ENDED)
                .ifPresent(change -> audit.record(AuditAction.CHANGED, KIND, subject, List.of(change)));
        path.setStatus(LifeStage.ENDED);
    }

    private OptInPath merged(OptInPath edited) {
        try {
            return paths.update(edited);
        } catch (OptimisticLockException e) {
            throw ConflictException.lostUpdate("opt-in path");
        }
    }

    private static void tidy(OptInPath path) {
        path.setName(strippedOrNull(path.getName()));
        path.setWelcomeMessage(strippedOrNull(path.getWelcomeMessage()));
        path.setConfirmMessage(strippedOrNull(path.getConfirmMessage()));
        String keyword = strippedOrNull(path.getKeyword());
        path.setKeyword(
                keyword == null || path.getType() != OptInPathType.PHONE ? null : keyword.toUpperCase(Locale.ROOT));
    }

    private static String strippedOrNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<AuditChange> changes(OptInPath before, OptInPath after) {
        return Stream.of(
                        AuditChange.of("Name", before.getName(), after.getName()),
                        AuditChange.of("Status", before.getStatus(), after.getStatus()),
                        AuditChange.of("Double opt-in", before.isDoubleOptIn(), after.isDoubleOptIn()),
                        AuditChange.of("Keyword", before.getKeyword(), after.getKeyword()),
                        AuditChange.of("Welcome message", before.getWelcomeMessage(), after.getWelcomeMessage()),
                        AuditChange.of("Confirm message", before.getConfirmMessage(), after.getConfirmMessage()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String subject(Campaign campaign, OptInPath path) {
        return campaign.getName() + " / " + path.getName();
    }
}
