package org.mobiledatasync.sync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.integration.web.ChosenIntegration;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The Synchronization Report: the runs of the chosen integration, newest first, read page by page. */
@Named
@RequestScoped
public class ReportBacking {

    @Inject
    private SyncRunService service;

    @Inject
    private ChosenIntegration chosen;

    private final Runs runs = new Runs();

    public LazyDataModel<RunFigures> getRuns() {
        return runs;
    }

    private final class Runs extends LazyDataModel<RunFigures> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(service.count(chosen.getIntegration().getId()));
        }

        @Override
        public List<RunFigures> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return service.find(chosen.getIntegration().getId(), first, pageSize).stream()
                    .map(run -> new RunFigures(run, service.outcomes(run)))
                    .toList();
        }
    }
}
