package org.mobiledatasync.campaign.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** Makes, changes and ends campaigns. An ended campaign stays ended, and so do its paths. */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class CampaignService {

    private static final String KIND = "Campaign";

    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private AuditLog audit;
    private Clock clock;

    protected CampaignService() {}

    @Inject
    public CampaignService(CampaignRepository campaigns, OptInPathRepository paths, AuditLog audit, Clock clock) {
        this.campaigns = campaigns;
        this.paths = paths;
        this.audit = audit;
        this.clock = clock;
    }

    /** All campaigns in the order of their names. */
    @RolesAllowed(Roles.VIEWER)
    public List<Campaign> findAll() {
        return campaigns.findAll();
    }

    /** @throws org.mobiledatasync.platform.entity.NotFoundException when there is no such campaign */
    @RolesAllowed(Roles.VIEWER)
    public Campaign get(long id) {
        return campaigns.get(id);
    }

    /** Looks whether a new campaign could be called so. @throws InvalidInputException naming {@code name} */
    public void checkName(String name) {
        checkedName(name, null);
    }

    /**
     * Makes a campaign.
     *
     * @param status PENDING or ACTIVE
     * @throws InvalidInputException naming {@code name} or {@code status}
     */
    public Campaign create(String name, LifeStage status) {
        if (status == null || status == LifeStage.ENDED) {
            throw new InvalidInputException("status", "A new campaign is pending or active.");
        }
        var campaign = new Campaign(checkedName(name, null), OffsetDateTime.now(clock));
        campaign.setStatus(status);
        campaigns.add(campaign);
        audit.record(AuditAction.CREATED, KIND, campaign.getName(), List.of());
        return campaign;
    }

    /**
     * Takes an edited, detached campaign in. Ending it ends its paths.
     *
     * @throws InvalidInputException naming {@code name} or {@code status}
     * @throws ConflictException when somebody else changed it meanwhile, or it has ended before
     */
    public Campaign update(Campaign edited) {
        Campaign before = campaigns.get(edited.getId());
        edited.setName(checkedName(edited.getName(), edited.getId()));
        if (edited.getStatus() == null) {
            throw new InvalidInputException("status", "Choose a status.");
        }
        if (before.getStatus() == LifeStage.ENDED && edited.getStatus() != LifeStage.ENDED) {
            throw new ConflictException("This campaign has ended, and stays so. Make a new one.");
        }
        var changes = Stream.of(
                        AuditChange.of("Name", before.getName(), edited.getName()),
                        AuditChange.of("Status", before.getStatus(), edited.getStatus()))
                .flatMap(Optional::stream)
                .toList();
        boolean ends = before.getStatus() != LifeStage.ENDED && edited.getStatus() == LifeStage.ENDED;
        Campaign campaign = merged(edited);
        if (!changes.isEmpty()) {
            audit.record(AuditAction.CHANGED, KIND, campaign.getName(), changes);
        }
        if (ends) {
            endPaths(campaign);
        }
        return campaign;
    }

    /**
     * Ends a campaign and its paths, whatever else is being edited of it.
     *
     * @param version what the caller had read
     * @throws ConflictException when somebody else changed it meanwhile
     */
    public void end(long id, int version) {
        Campaign campaign = campaigns.get(id);
        if (campaign.getVersion() != version) {
            throw ConflictException.lostUpdate("campaign");
        }
        AuditChange.of("Status", campaign.getStatus(), LifeStage.ENDED)
                .ifPresent(change -> audit.record(AuditAction.CHANGED, KIND, campaign.getName(), List.of(change)));
        campaign.setStatus(LifeStage.ENDED);
        endPaths(campaign);
    }

    private void endPaths(Campaign campaign) {
        paths.findByCampaign(campaign.getId()).forEach(path -> path.setStatus(LifeStage.ENDED));
    }

    private Campaign merged(Campaign edited) {
        try {
            return campaigns.update(edited);
        } catch (OptimisticLockException e) {
            throw ConflictException.lostUpdate("campaign");
        }
    }

    private String checkedName(String name, Long ownId) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > PathCheck.NAME_LENGTH) {
            throw new InvalidInputException("name", "A campaign needs a name of up to 255 characters.");
        }
        if (campaigns.findAll().stream()
                .anyMatch(
                        other -> !other.getId().equals(ownId) && other.getName().equalsIgnoreCase(stripped))) {
            throw new InvalidInputException("name", "There is a campaign with this name already.");
        }
        return stripped;
    }
}
