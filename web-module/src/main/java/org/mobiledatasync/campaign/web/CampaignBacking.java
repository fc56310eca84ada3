package org.mobiledatasync.campaign.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mobiledatasync.campaign.boundary.CampaignService;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One campaign with its opt-in paths: changes or ends it. A new one is made by {@link NewCampaignBacking}. */
@Named
@ViewScoped
public class CampaignBacking implements Serializable {

    @Inject
    private CampaignService campaigns;

    @Inject
    private OptInPathService pathService;

    private Long id;
    private int version;
    private String name;
    private LifeStage status = LifeStage.ACTIVE;
    private List<OptInPath> paths = List.of();

    /** Reads the campaign of the page's parameter; without one there is none yet. */
    public void load() {
        if (id != null) {
            Campaign campaign = campaigns.get(id);
            version = campaign.getVersion();
            name = campaign.getName();
            status = campaign.getStatus();
            paths = pathService.findByCampaign(id);
        }
    }

    public void save() {
        Campaign campaign = campaigns.get(id);
        campaign.setName(name);
        campaign.setStatus(status);
        campaign.setVersion(version);
        campaigns.update(campaign);
        showAgain();
    }

    private void showAgain() {
        Messages.addFlashGlobalInfo(Faces.getBundleString("campaigns.saved"));
        Faces.redirect("campaigns/campaign.xhtml?id=%s", id.toString());
    }

    /** Saves what somebody else changed meanwhile over, after that was said. */
    public void saveOver() {
        version = campaigns.get(id).getVersion();
        save();
    }

    /** Ends it as it is stored: what was typed and not saved is dropped. */
    public void end() {
        campaigns.end(id, version);
        showAgain();
    }

    public boolean isNewCampaign() {
        return id == null;
    }

    public boolean isEnded() {
        return status == LifeStage.ENDED;
    }

    /** What a person chooses between; ending is an action of its own. */
    public List<LifeStage> getStages() {
        return List.of(LifeStage.PENDING, LifeStage.ACTIVE);
    }

    public List<OptInPath> getPaths() {
        return paths;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LifeStage getStatus() {
        return status;
    }

    public void setStatus(LifeStage status) {
        this.status = status;
    }
}
