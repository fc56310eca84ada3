package org.mobiledatasync.simulator.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.FaultKind;

/**
 * Writes a report as the classic export does: every cell quoted, quotes doubled, LF ends the rows, a footer behind
 * the table. What the character set lacks becomes a question mark.
 */
final class ReportExport {

    private static final int ROWS_BETWEEN_BLANK_LINES = 100;

    private final ReportTable table;
    private final Call call;
    private final ReportFormat format;
    private final String lineEnd;

    ReportExport(ReportTable table, Call call) {
        this.table = table;
        this.call = call;
        this.format = new ReportFormat(call, table.headings());
        this.lineEnd = call.has(FaultKind.CRLF) ? "\r\n" : "\n";
    }

    void writeTo(OutputStream out, Charset charset) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset));
        if (call.has(FaultKind.BOM)) {
            writer.write('\uFEFF');
        }
        line(writer, format.headingLine());
        if (!call.has(FaultKind.HEADER_ONLY)) {
            boolean whole = rows(writer);
            if (whole) {
                tail(writer);
            }
        }
        writer.flush();
    }

    /** Writes the rows; false when the last one was cut. */
    private boolean rows(Writer writer) throws IOException {
        long most = call.fault(FaultKind.SHORT)
                .map(fault -> (long) fault.number("rows", (int) (table.rows().count() / 2)))
                .orElse(Long.MAX_VALUE);
        Iterator<List<String>> rows = table.rows().limit(most).iterator();
        for (long number = 0; rows.hasNext(); number++) {
            List<String> cells = format.row(rows.next(), number == 0);
            if (!rows.hasNext() && call.has(FaultKind.TRUNCATED)) {
                String last = quoted(cells);
                writer.write(last, 0, last.length() / 2);
                return false;
            }
            line(writer, cells);
            if (number % ROWS_BETWEEN_BLANK_LINES == 0 && call.has(FaultKind.BLANK_LINES)) {
                writer.write(lineEnd);
            }
        }
        return true;
    }

    private void tail(Writer writer) throws IOException {
        if (call.has(FaultKind.GRAND_TOTALS)) {
            int others = call.fault(FaultKind.GRAND_TOTALS)
                            .filter(fault -> fault.flag("fullWidth"))
                            .isPresent()
                    ? format.headingLine().size() - 1
                    : 0;
            String totals =
                    String.format("\"Grand Totals (%,d records)\"", table.rows().count());
            writer.write(totals + ",\"\"".repeat(others) + lineEnd);
        }
        if (!call.has(FaultKind.NO_FOOTER)) {
            writer.write(table.footer().replace("\n", lineEnd));
        }
    }

    private void line(Writer writer, List<String> cells) throws IOException {
        writer.write(quoted(cells));
        writer.write(lineEnd);
    }

    private static String quoted(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "\"" : ",\"")
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return line.toString();
    }
}
