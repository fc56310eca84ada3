package org.mobiledatasync.sync.control;

import com.opencsv.RFC4180Parser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/**
 * Streams a spooled export, row by row (R7.7): RFC 4180 with line breaks inside quotes, blank lines left out. Whatever
 * ends a line inside quotes, the value has LF.
 *
 * <p>A quote that is never closed makes one broken row of the line that opened it, whatever follows: reading goes on with
 * the next line, so that no further record is lost.
 */
public final class ExportReader implements AutoCloseable {
    /** A quote that is never closed would swallow the rest of the file; no address has that many lines. */
    private static final int MOST_LINES_OF_A_ROW = 500;

    private final BufferedReader lines;
    private final Deque<String> readAhead = new ArrayDeque<>();
    private final List<String> header;
    private RFC4180Parser parser = new RFC4180Parser();
    private long next;

    /**
     * Opens the file and reads its header.
     *
     * @throws SalesforceFault NOT_THE_EXPORT when there is none
     */
    public ExportReader(Path file) {
        try {
            lines = Files.newBufferedReader(file);
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
        try {
            for (String line = nextLine(); line != null; line = nextLine()) {
                List<String> cells = line.isBlank() ? List.of("") : rowFrom(line);
                if (cells == null || cells.size() > 1 || !cells.get(0).isBlank()) {
                    return new ExportRow(next++, cells);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of the row that begins with this line; null when it never ends: then only this line is used up. */
    private List<String> rowFrom(String first) throws IOException {
        List<String> cells = new ArrayList<>(List.of(parser.parseLineMulti(first)));
        Deque<String> further = new ArrayDeque<>();
        while (parser.isPending()) {
            String line = further.size() < MOST_LINES_OF_A_ROW ? nextLine() : null;
            if (line == null) {
                parser = new RFC4180Parser();
                while (!further.isEmpty()) {
                    readAhead.addFirst(further.removeLast());
                }
                return null;
            }
            further.add(line);
            Collections.addAll(cells, parser.parseLineMulti(line));
        }
        return List.copyOf(cells);
    }

    private String nextLine() throws IOException {
        return readAhead.isEmpty() ? lines.readLine() : readAhead.removeFirst();
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
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
