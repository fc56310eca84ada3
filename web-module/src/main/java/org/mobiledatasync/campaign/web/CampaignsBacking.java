package org.mobiledatasync.campaign.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mobiledatasync.campaign.boundary.CampaignService;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.OptInPath;

/** The lists of campaigns and of all opt-in paths. */
@Named
@RequestScoped
public class CampaignsBacking {

    @Inject
    private CampaignService campaignService;

    @Inject
    private OptInPathService pathService;

    private List<Campaign> campaigns;
    private List<OptInPath> paths;
    private Map<Long, String> names;

    @PostConstruct
    void load() {
        campaigns = campaignService.findAll();
        paths = pathService.findAll();
        names = campaigns.stream().collect(Collectors.toMap(Campaign::getId, Campaign::getName));
    }

    public List<Campaign> getCampaigns() {
        return campaigns;
    }

    public List<OptInPath> getPaths() {
        return paths;
    }

    /** The name of every campaign, by its id. */
    public Map<Long, String> getNames() {
        return names;
    }

    public long pathsOf(Campaign campaign) {
        return paths.stream()
                .filter(path -> path.getCampaignId().equals(campaign.getId()))
                .count();
    }
}
