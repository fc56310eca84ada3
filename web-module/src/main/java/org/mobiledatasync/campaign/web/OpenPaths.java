package org.mobiledatasync.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mobiledatasync.campaign.boundary.OptInPathService;

/** The paths through which people can join now, for a drop-down: {@code #{openPaths.ids}}. */
@Named
@RequestScoped
public class OpenPaths {

    @Inject
    private PathLabels labels;

    @Inject
    private OptInPathService paths;

    private Map<String, Long> ids;

    /** The ids, by the names of campaign and path. */
    public Map<String, Long> getIds() {
        if (ids == null) {
            ids = new LinkedHashMap<>();
            paths.findOpen().forEach(path -> ids.put(labels.of(path), path.getId()));
        }
        return ids;
    }
}
