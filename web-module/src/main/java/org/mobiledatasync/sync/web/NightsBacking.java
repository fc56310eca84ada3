package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;

/** The last 14 nights of the chosen integration, in its time zone. */
@Named
@RequestScoped
public class NightsBacking {
    private static final int NIGHTS = 14;

    @Inject
    private SyncRunService runs;

    @Inject
    private ChosenIntegration chosen;

    @Inject
    private Clock clock;

    private NightChart chart;

    @PostConstruct
    void load() {
        ZoneId zone = chosen.getIntegration().zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        OffsetDateTime begin = today.minusDays(NIGHTS - 1L).atStartOfDay(zone).toOffsetDateTime();
        List<SyncRun> since = runs.findSince(chosen.getIntegration().getId(), RunKind.NIGHTLY, begin);
        chart = NightChart.of(Night.upTo(today, NIGHTS, zone, since, runs::outcomes));
    }

    public NightChart getChart() {
        return chart;
    }

    public NightGroup[] getGroups() {
        return NightGroup.values();
    }

    /** What the columns are made of. */
    public List<NightGroup> getShown() {
        return NightGroup.SHOWN;
    }
}
