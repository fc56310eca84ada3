package org.mobiledatasync.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.mobiledatasync.campaign.boundary.CampaignService;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.campaign.entity.Campaign;

/** The paths through which people can join now, for a drop-down: {@code #{openPaths.ids}}. */
@Named
@RequestScoped
public class OpenPaths {

    @Inject
    private CampaignService campaigns;

    @Inject
    private OptInPathService paths;

    private Map<String, Long> ids;

    /** The ids, by the names of campaign and path. */
    public Map<String, Long> getIds() {
        if (ids == null) {
            Map<Long, String> names =
                    campaigns.findAll().stream().collect(Collectors.toMap(Campaign::getId, Campaign::getName));
            ids = new LinkedHashMap<>();
            paths.findOpen()
                    .forEach(path -> ids.put(names.get(path.getCampaignId()) + ": " + path.getName(), path.getId()));
        }
        return ids;
    }
}
