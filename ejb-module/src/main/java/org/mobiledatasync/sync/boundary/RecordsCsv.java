package org.mobiledatasync.sync.boundary;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.mobiledatasync.platform.control.CsvCells;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.RecordOutcome;

/**
 * The records of a run as CSV (RFC 4180, UTF-8), page by page, so that a million do not fill the memory.
 *
 * <p>The changes of a record stand in one cell: of each the field, the side that it changed on, the old and the new value. A cell that a spreadsheet would run as a formula is led by an apostrophe (R8.3).
 */
public final class RecordsCsv {
    private static final String[] HEADER = {
        "Profile",
        "First name",
        "Last name",
        "Email",
        "Profile status",
        "Constituent ID",
        "Class",
        "Reason",
        "Message",
        "Changes",
        "Time"
    };

    private RecordsCsv() {}

    /** @param pages the records of a page, by its number from 0; an empty page ends the file */
    public static void write(Writer out, IntFunction<List<RecordOutcome>> pages) throws IOException {
        ICSVWriter csv = new CSVWriterBuilder(out).withLineEnd("\r\n").build();
        csv.writeNext(HEADER);
        int page = 0;
        for (List<RecordOutcome> records = pages.apply(page); !records.isEmpty(); records = pages.apply(++page)) {
            records.forEach(record -> csv.writeNext(row(record)));
        }
        csv.flush();
    }

    private static String[] row(RecordOutcome record) {
        return new String[] {
            CsvCells.safe(record.getPhone()),
            CsvCells.safe(record.getFirstName()),
            CsvCells.safe(record.getLastName()),
            CsvCells.safe(record.getEmail()),
            CsvCells.safe(record.getProfileStatus()),
            CsvCells.safe(record.getConstituentId()),
            record.getOutcome().name(),
            CsvCells.safe(record.getReason()),
            CsvCells.safe(record.getMessage()),
            CsvCells.safe(changes(record)),
            record.getOccurredAt().toString()
        };
    }

    private static String changes(RecordOutcome record) {
        return FieldChange.fromJson(record.getChanges()).stream()
                .map(change -> change.field() + " of " + change.side().name() + ": " + quoted(change.from()) + " -> "
                        + quoted(change.to()))
                .collect(Collectors.joining("; "));
    }

    private static String quoted(String value) {
        return value == null ? "nothing" : '"' + value + '"';
    }
}
