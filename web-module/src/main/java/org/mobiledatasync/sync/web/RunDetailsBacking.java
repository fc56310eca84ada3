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

/** The Synchronization Details of one run, narrowed to a class and a search text and sorted, all by the page's address (R8.3). */
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

    @Inject
    @Param(name = "sort")
    private String sort;

    private final Records records = new Records();

    /** Sends the narrowed records to the browser as a file. */
    public void exportCsv() throws IOException {
        OutcomeFilter filter = filter();
        OutcomeOrder order = getOrder();
        Faces.sendFile(
                "run-" + runId + ".csv",
                true,
                out -> RecordsCsv.write(
                        new OutputStreamWriter(out, StandardCharsets.UTF_8),
                        page -> runs.records(runId, filter, order, page * CSV_PAGE, CSV_PAGE)));
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

    /** In which order the details can be read. */
    public List<OutcomeOrder> getOrders() {
        return Stream.concat(
                        Stream.of(OutcomeOrder.AS_REPORTED),
                        Stream.of(OutcomeOrder.Column.values())
                                .filter(column -> column != OutcomeOrder.Column.REPORTED)
                                .flatMap(column ->
                                        Stream.of(new OutcomeOrder(column, true), new OutcomeOrder(column, false))))
                .toList();
    }

    /** As reported, unless the address names another one. */
    public OutcomeOrder getOrder() {
        return getOrders().stream()
                .filter(order -> nameOf(order).equals(sort))
                .findFirst()
                .orElse(OutcomeOrder.AS_REPORTED);
    }

    /** As the address names it: the column, led by a minus when descending. */
    public String nameOf(OutcomeOrder order) {
        return (order.ascending() ? "" : "-") + order.column();
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
            return runs.records(runId, filter(), getOrder(), first, pageSize).stream()
                    .map(RecordRow::of)
                    .toList();
        }
    }
}
