package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.campaign.web.PathLabels;
import org.mobiledatasync.integration.entity.AuthMethod;
import org.mobiledatasync.integration.entity.Integration;

/** What the drop-downs of the configuration form offer; always also what is stored. */
@Named
@RequestScoped
public class ConfigureChoices {

    @Inject
    private OptInPathService paths;

    @Inject
    private PathLabels labels;

    @Inject
    private ConfigureBacking form;

    private List<SelectItem> optInPaths;
    private List<String> timeZones;

    @PostConstruct
    void load() {
        Integration integration = form.getIntegration();
        optInPaths = optInPaths(integration.getWebOptInPathId());
        timeZones = Stream.concat(
                        Stream.of("UTC", integration.getTimeZone()),
                        ZoneId.getAvailableZoneIds().stream().filter(ConfigureChoices::isPlace))
                .distinct()
                .sorted()
                .toList();
    }

    /** The web paths through which people can join now, and the stored one even when they no longer can. */
    private List<SelectItem> optInPaths(Long stored) {
        return Stream.concat(
                        paths.findOpen().stream().filter(path -> path.getType() == OptInPathType.WEB),
                        paths.findAll().stream().filter(path -> Objects.equals(path.getId(), stored)))
                .collect(Collectors.toMap(OptInPath::getId, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .map(path -> new SelectItem(path.getId(), labels.of(path)))
                .sorted(Comparator.comparing(SelectItem::getLabel))
                .toList();
    }

    /** Leaves out the fixed offsets, whose signs mislead, and the old short names. */
    private static boolean isPlace(String zone) {
        return zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/");
    }

    public AuthMethod[] getAuthMethods() {
        return AuthMethod.values();
    }

    public List<SelectItem> getOptInPaths() {
        return optInPaths;
    }

    public List<String> getTimeZones() {
        return timeZones;
    }
}
