package org.mobiledatasync.campaign.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;

/** The paths through which people can join now, for a drop-down: {@code #{openPaths.items}}. */
@Named
@RequestScoped
public class OpenPaths {

    @Inject
    private PathLabels labels;

    @Inject
    private OptInPathService paths;

    private List<OptInPath> open;

    @PostConstruct
    void load() {
        open = paths.findOpen();
    }

    /** The ids, by the names of campaign and path. Not a map: its keys would be shown as markup. */
    public List<SelectItem> getItems() {
        return items(open.stream());
    }

    /** Those of web paths only. */
    public List<SelectItem> getWebItems() {
        return items(open.stream().filter(path -> path.getType() == OptInPathType.WEB));
    }

    private List<SelectItem> items(Stream<OptInPath> shown) {
        return shown.map(path -> new SelectItem(path.getId(), labels.of(path))).toList();
    }
}
