package org.mobiledatasync.sync.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.SyncRun;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The Synchronization Summary of one run (S23). */
@Named
@RequestScoped
public class RunBacking {

    @Inject
    private SyncRunService runs;

    @Inject
    private ChosenIntegration chosen;

    @Inject
    @Param(name = "id")
    private Long id;

    private RunFigures figures;
    private List<SideFigures> sides;

    @PostConstruct
    void load() {
        if (id != null) {
            runs.find(id).ifPresent(this::show);
        }
    }

    private void show(SyncRun run) {
        chosen.choose(run.getIntegrationId());
        figures = new RunFigures(run, runs.outcomes(run));
        sides = SideFigures.of(figures.counts(), runs.outcomesOfLastDay(run.getIntegrationId()));
    }

    /** Answers that there is no such page when there is no such run. */
    public void require() {
        if (figures == null) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    public SyncRun getRun() {
        return figures.run();
    }

    public RunFigures getFigures() {
        return figures;
    }

    /** Every class with its count, 0 included; those that a person has to look at come first. */
    public Map<Outcome, Long> getActions() {
        Map<Outcome, Long> actions = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            actions.put(outcome, figures.sum(outcome));
        }
        return actions;
    }

    /** What changed on each side, in this run and in the last 24 hours (R8.3). */
    public List<SideFigures> getSides() {
        return sides;
    }
}
