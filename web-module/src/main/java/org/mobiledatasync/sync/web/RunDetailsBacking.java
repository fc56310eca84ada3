package org.mobiledatasync.sync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mobiledatasync.sync.boundary.RecordsCsv;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.OutcomeFilter;
import org.mobiledatasync.sync.entity.OutcomeOrder;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The Synchronization Details of one run, narrowed to a class and a search text, both of the page's address (R8.3). */
@Named
@RequestScoped
public class RunDetailsBacking {
    private static final int CSV_PAGE = 1000;

    @Inject
    private SyncRunService runs;

    @Inject
    @Param(name = "id")
    private Long runId;

    @Inject
    @Param(name = "outcome")
    private String outcome;

    @Inject
    @Param(name = "q")
    private String text;

    private final Records records = new Records();

    /** Sends the narrowed records to the browser as a file. */
    public void exportCsv() throws IOException {
        OutcomeFilter filter = filter();
        Faces.sendFile(
                "run-" + runId + ".csv",
                true,
                out -> RecordsCsv.write(
                        new OutputStreamWriter(out, StandardCharsets.UTF_8),
                        page -> runs.records(runId, filter, page * CSV_PAGE, CSV_PAGE)));
    }

    private OutcomeFilter filter() {
        return new OutcomeFilter(getOutcome(), text);
    }

    public LazyDataModel<RecordRow> getRecords() {
        return records;
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    /** Null for all classes, also when the address names one that does not exist. */
    public Outcome getOutcome() {
        return Stream.of(Outcome.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst()
                .orElse(null);
    }

    public String getText() {
        return text;
    }

    private final class Records extends LazyDataModel<RecordRow> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(runs.countRecords(runId, filter()));
        }

        @Override
        public List<RecordRow> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return runs.records(runId, filter(), order(sorting), first, pageSize).stream()
                    .map(RecordRow::of)
                    .toList();
        }

        /** The field of a sortable column is the name of what it sorts by. */
        private OutcomeOrder order(Map<String, SortMeta> sorting) {
            return sorting.values().stream()
                    .filter(SortMeta::isActive)
                    .findFirst()
                    .map(by -> new OutcomeOrder(
                            OutcomeOrder.Column.valueOf(by.getField()),
                            by.getOrder().isAscending()))
                    .orElse(OutcomeOrder.AS_REPORTED);
        }
    }
}
