package org.mobiledatasync.campaign.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;

/** Makes a campaign with its first opt-in path, both or neither; each step can be checked before the next. */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class CampaignSetup {
    /** What the step after the path asks for. */
    private static final Set<String> MESSAGES = Set.of("welcomeMessage", "confirmMessage");

    private CampaignService campaigns;
    private OptInPathService paths;

    protected CampaignSetup() {}

    @Inject
    public CampaignSetup(CampaignService campaigns, OptInPathService paths) {
        this.campaigns = campaigns;
        this.paths = paths;
    }

    /** How people join, and what they are sent. */
    public record FirstPath(
            String name,
            OptInPathType type,
            String keyword,
            boolean doubleOptIn,
            String welcomeMessage,
            String confirmMessage) {

        private OptInPath fill(OptInPath path) {
            path.setName(name);
            path.setType(type);
            path.setKeyword(keyword);
            path.setDoubleOptIn(doubleOptIn);
            path.setWelcomeMessage(welcomeMessage);
            path.setConfirmMessage(confirmMessage);
            path.setStatus(LifeStage.ACTIVE);
            return path;
        }
    }

    /** @throws InvalidInputException naming {@code campaignName} */
    public void checkName(String campaign) {
        try {
            campaigns.checkName(campaign);
        } catch (InvalidInputException e) {
            throw new InvalidInputException("campaignName", e.getMessage());
        }
    }

    /**
     * Checks all of the path but its messages.
     *
     * @throws InvalidInputException naming {@code pathName} or another field that cannot stay so
     */
    public void checkPath(FirstPath path) {
        try {
            paths.check(path.fill(paths.draft(0)));
        } catch (InvalidInputException e) {
            List<Problem> problems = ofForm(e).stream()
                    .filter(problem -> !MESSAGES.contains(problem.field()))
                    .toList();
            if (!problems.isEmpty()) {
                throw new InvalidInputException(problems);
            }
        }
    }

    /**
     * Makes both, active.
     *
     * @return the path
     * @throws InvalidInputException naming {@code campaignName}, or each field of the path that cannot stay so
     */
    public OptInPath create(String campaignName, FirstPath path) {
        checkName(campaignName);
        Campaign campaign = campaigns.create(campaignName, LifeStage.ACTIVE);
        try {
            return paths.create(path.fill(paths.draft(campaign.getId())));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(ofForm(e));
        }
    }

    /** Campaign and path have a name each. */
    private static List<Problem> ofForm(InvalidInputException ofPath) {
        return ofPath.problems().stream()
                .map(problem -> problem.field().equals("name") ? new Problem("pathName", problem.message()) : problem)
                .toList();
    }
}
