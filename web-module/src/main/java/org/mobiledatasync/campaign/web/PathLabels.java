package org.mobiledatasync.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import org.mobiledatasync.campaign.boundary.CampaignService;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.OptInPath;

/** What drop-downs call an opt-in path, whose name is its own within its campaign only: {@code #{pathLabels.of(path)}}. */
@Named
@RequestScoped
public class PathLabels {

    @Inject
    private CampaignService campaigns;

    private Map<Long, String> names;

    /** The names of its campaign and its own. */
    public String of(OptInPath path) {
        if (names == null) {
            names = campaigns.findAll().stream().collect(Collectors.toMap(Campaign::getId, Campaign::getName));
        }
        return names.get(path.getCampaignId()) + ": " + path.getName();
    }
}
