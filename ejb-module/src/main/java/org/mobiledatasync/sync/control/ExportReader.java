package org.mobiledatasync.sync.control;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvException;
import com.opencsv.exceptions.CsvMalformedLineException;
import com.opencsv.exceptions.CsvMultilineLimitBrokenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/**
 * Streams a spooled export, row by row (R7.7): RFC 4180 with line breaks inside quotes, blank lines left out.
 *
 * <p>A line that can't be taken apart is a broken row, not the end of the file.
 */
public final class ExportReader implements AutoCloseable {
    /** A quote that is never closed would swallow the rest of the file; no address has that many lines. */
    private static final int MOST_LINES_OF_A_ROW = 500;

    private final CSVReader csv;
    private final List<String> header;
    private long next;

    /**
     * Opens the file and reads its header.
     *
     * @throws SalesforceFault NOT_THE_EXPORT when there is none
     */
    public ExportReader(Path file) {
        try {
            csv = new CSVReaderBuilder(Files.newBufferedReader(file))
                    .withCSVParser(new RFC4180Parser())
                    .withMultilineLimit(MOST_LINES_OF_A_ROW)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ExportRow first = read();
        if (first == null || first.isBroken()) {
            close();
            throw SalesforceFault.of(FaultCode.NOT_THE_EXPORT, "the file has no header line");
        }
        header = first.cells();
        next = 0;
    }

    public List<String> header() {
        return header;
    }

    /** The next row; null at the end. */
    public ExportRow read() {
        while (true) {
            try {
                String[] cells = csv.readNext();
                if (cells == null) {
                    return null;
                }
                if (cells.length > 1 || !cells[0].isBlank()) {
                    return new ExportRow(next++, List.of(cells));
                }
            } catch (CsvMalformedLineException | CsvMultilineLimitBrokenException e) {
                return new ExportRow(next++, null);
            } catch (CsvException e) {
                throw new IllegalStateException("No validator is set", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads over rows that are done already. */
    public void skip(long rows) {
        while (next < rows && read() != null) {
            // what read() counts is what is skipped
        }
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
