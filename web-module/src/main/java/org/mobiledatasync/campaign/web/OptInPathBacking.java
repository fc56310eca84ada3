package org.mobiledatasync.campaign.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mobiledatasync.campaign.boundary.CampaignService;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One opt-in path of a campaign: makes a new one, changes or ends one, and shows the form for a website. */
@Named
@ViewScoped
public class OptInPathBacking implements Serializable {

    private static final String FORM =
            """
            <form method="post" action="%s/profiles/join" accept-charset="UTF-8">
              <input type="hidden" name="opt_in_path" value="%d">
              <label>Mobile number <input type="tel" name="person[phone]" autocomplete="tel" required></label>
              <label>First name <input name="person[first_name]" autocomplete="given-name"></label>
              <label>Last name <input name="person[last_name]" autocomplete="family-name"></label>
              <label>E-mail <input type="email" name="person[email]" autocomplete="email"></label>
              <p>By sending this form you agree to receive texts. Message and data rates may apply.
                 Reply STOP to end, HELP for help.</p>
              <button type="submit">Sign up</button>
            </form>
            """;

    @Inject
    private CampaignService campaigns;

    @Inject
    private OptInPathService paths;

    private Long campaignId;
    private Long id;
    private String campaignName;
    private OptInPath path;

    /** Reads the path of the page's parameters; without one the page makes a new path of the campaign. */
    public void load() {
        if (campaignId == null) {
            throw new NotFoundException("The address names no campaign.");
        }
        campaignName = campaigns.get(campaignId).getName();
        path = id == null ? paths.draft(campaignId) : paths.get(campaignId, id);
    }

    public void save() {
        if (isNewPath()) {
            paths.create(path);
        } else {
            paths.update(path);
        }
        backToCampaign();
    }

    /** Saves what somebody else changed meanwhile over, after that was said. */
    public void saveOver() {
        path.setVersion(paths.get(campaignId, id).getVersion());
        save();
    }

    /** Ends it as it is stored: what was typed and not saved is dropped. */
    public void end() {
        paths.end(campaignId, id, path.getVersion());
        backToCampaign();
    }

    private void backToCampaign() {
        Messages.addFlashGlobalInfo(Faces.getBundleString("paths.saved"));
        Faces.redirect("campaigns/campaign.xhtml?id=%s", campaignId.toString());
    }

    public boolean isNewPath() {
        return id == null;
    }

    public boolean isEnded() {
        return path.getStatus() == LifeStage.ENDED;
    }

    public boolean isWeb() {
        return path.getType() == OptInPathType.WEB;
    }

    /** The HTML with which a website lets people join. */
    public String getForm() {
        return FORM.formatted(Faces.getRequestBaseURL().replaceAll("/$", ""), id);
    }

    public OptInPathType[] getTypes() {
        return OptInPathType.values();
    }

    /** What a person chooses between; ending is an action of its own. */
    public List<LifeStage> getStages() {
        return List.of(LifeStage.PENDING, LifeStage.ACTIVE);
    }

    public OptInPath getPath() {
        return path;
    }

    public String getCampaignName() {
        return campaignName;
    }

    public Long getCampaignId() {
        return campaignId;
    }

    public void setCampaignId(Long campaignId) {
        this.campaignId = campaignId;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
