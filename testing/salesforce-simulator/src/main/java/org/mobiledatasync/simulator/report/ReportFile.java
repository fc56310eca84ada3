package org.mobiledatasync.simulator.report;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A report export taken apart: table and footer. Row ends are LF; the table ends at the first line that is empty or
 * has another number of cells than the header.
 *
 * @param footer everything behind the table, as it stands
 */
record ReportFile(List<String> headings, List<List<String>> rows, String footer) {

    static ReportFile parse(String csv) {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(csv))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .withKeepCarriageReturn(true)
                .build()) {
            String[] headings = reader.readNext();
            if (headings == null) {
                throw new IllegalArgumentException("The report file is empty");
            }
            List<List<String>> rows = new ArrayList<>();
            long tableLines = reader.getLinesRead();
            String[] row = reader.readNext();
            while (row != null && row.length == headings.length && row.length > 1) {
                rows.add(List.of(row));
                tableLines = reader.getLinesRead();
                row = reader.readNext();
            }
            return new ReportFile(List.of(headings), rows, behind(csv, tableLines));
        } catch (IOException | CsvValidationException e) {
            throw new IllegalArgumentException("Not a CSV file: " + e.getMessage(), e);
        }
    }

    private static String behind(String csv, long lines) {
        int at = 0;
        for (long line = 0; line < lines && at >= 0; line++) {
            int end = csv.indexOf('\n', at);
            at = end < 0 ? csv.length() : end + 1;
        }
        return csv.substring(at);
    }
}
