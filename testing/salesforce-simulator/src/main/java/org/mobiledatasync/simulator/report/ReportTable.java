package org.mobiledatasync.simulator.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;

/** The report of one moment. Rows are made as they are read, however many there are. */
final class ReportTable {

    private final List<ReportColumn> columns;
    private final List<LoadedRow> loaded;
    private final Map<String, Contact> living;
    private final String footer;

    ReportTable(List<ReportColumn> columns, List<LoadedRow> loaded, Map<String, Contact> living, String footer) {
        this.columns = columns;
        this.loaded = loaded;
        this.living = living;
        this.footer = footer;
    }

    List<String> headings() {
        return columns.stream().map(ReportColumn::heading).toList();
    }

    String footer() {
        return footer;
    }

    Stream<List<String>> rows() {
        Set<String> inFile =
                loaded.stream().flatMap(row -> row.contactId().stream()).collect(Collectors.toCollection(HashSet::new));
        Stream<List<String>> ofFile = loaded.stream().filter(this::isThere).map(this::cells);
        Stream<List<String>> ofOthers = living.values().stream()
                .filter(contact -> !inFile.contains(contact.id()))
                .map(this::cells);
        return Stream.concat(ofFile, ofOthers);
    }

    private boolean isThere(LoadedRow row) {
        return row.contactId().isEmpty() || living.containsKey(row.contactId().get());
    }

    private List<String> cells(LoadedRow row) {
        if (row.contactId().isEmpty()) {
            return row.cells();
        }
        Contact contact = living.get(row.contactId().get());
        List<String> cells = new ArrayList<>(row.cells());
        for (int i = 0; i < cells.size(); i++) {
            ReportColumn column = columns.get(i);
            if (column.field()
                    .filter((Field field) -> contact.wasWritten(field))
                    .isPresent()) {
                cells.set(i, column.cell(contact));
            }
        }
        return cells;
    }

    private List<String> cells(Contact contact) {
        return columns.stream().map(column -> column.cell(contact)).toList();
    }
}
