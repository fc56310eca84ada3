package org.mobiledatasync.intake.boundary;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.mobiledatasync.intake.entity.ImportRow;
import org.mobiledatasync.intake.entity.RowConsent;
import org.mobiledatasync.platform.control.CsvCells;

/**
 * The lines of a file that were refused, or are of people who said STOP, as CSV (RFC 4180, UTF-8 with a byte order mark, as
 * spreadsheets like it): the reason, the line's number, and the line as it was, so that it can be mended and imported again.
 */
public final class RefusedLinesCsv {
    private static final String STOPPED = "This person said STOP and was not subscribed.";

    private RefusedLinesCsv() {}

    /** @param after the next lines after a line's number; none ends the file */
    public static void write(Writer out, List<String> headings, LongFunction<List<ImportRow>> after)
            throws IOException {
        out.write('\uFEFF');
        ICSVWriter csv = new CSVWriterBuilder(out).withLineEnd("\r\n").build();
        csv.writeNext(cells("Reason", "Line", headings));
        List<ImportRow> rows = after.apply(0);
        while (!rows.isEmpty()) {
            rows.forEach(row -> csv.writeNext(cells(reason(row), String.valueOf(row.getNumber()), row.getCells())));
            rows = after.apply(rows.get(rows.size() - 1).getNumber());
        }
        csv.flush();
    }

    private static String reason(ImportRow row) {
        return row.getConsent() == RowConsent.BLOCKED ? STOPPED : row.getReason();
    }

    private static String[] cells(String first, String second, List<String> others) {
        return Stream.concat(Stream.of(first, second), others.stream())
                .map(CsvCells::safe)
                .toArray(String[]::new);
    }
}
