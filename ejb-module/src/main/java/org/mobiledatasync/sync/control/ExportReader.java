package org.mobiledatasync.sync.control;

import com.opencsv.RFC4180Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.sync.control.ExportLines.Line;

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

    private final ExportLines lines;
    private final Deque<Line> readAhead = new ArrayDeque<>();
    private final List<String> header;
    private RFC4180Parser parser = new RFC4180Parser();
    private long next;

    /**
     * Opens the file and reads its header.
     *
     * @throws SalesforceFault NOT_THE_EXPORT when there is none
     */
    public ExportReader(Path file) {
        lines = new ExportLines(file);
        ExportRow first = read();
        if (first == null || first.isBroken()) {
            close();
            throw SalesforceFault.of(FaultCode.NOT_THE_EXPORT, "the file has no header line");
        }
        header = first.cells();
        next = 0;
    }

    /** @throws SalesforceFault NOT_THE_EXPORT when the file has none */
    static List<String> headerOf(Path file) {
        try (ExportReader reader = new ExportReader(file)) {
            return reader.header();
        }
    }

    public List<String> header() {
        return header;
    }

    /** The next row; null at the end. */
    public ExportRow read() {
        for (Line line = nextLine(); line != null; line = nextLine()) {
            List<String> cells = line.text().isBlank() ? List.of("") : rowFrom(line.text());
            if (cells == null || cells.size() > 1 || !cells.get(0).isBlank()) {
                return new ExportRow(next++, line.place(), cells);
            }
        }
        return null;
    }

    /** Reads a row again, of which number and place are known; {@link #read()} goes on behind it. */
    public ExportRow read(long number, long place) {
        if (next != number) {
            readAhead.clear();
            lines.moveTo(place);
            next = number;
        }
        return read();
    }

    /** The cells of the row that begins with this line; null when it never ends: then only this line is used up. */
    private List<String> rowFrom(String first) {
        List<String> cells = new ArrayList<>(List.of(parse(first)));
        Deque<Line> further = new ArrayDeque<>();
        while (parser.isPending()) {
            Line line = further.size() < MOST_LINES_OF_A_ROW ? nextLine() : null;
            if (line == null) {
                parser = new RFC4180Parser();
                while (!further.isEmpty()) {
                    readAhead.addFirst(further.removeLast());
                }
                return null;
            }
            further.add(line);
            Collections.addAll(cells, parse(line.text()));
        }
        return List.copyOf(cells);
    }

    private String[] parse(String line) {
        try {
            return parser.parseLineMulti(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line nextLine() {
        return readAhead.isEmpty() ? lines.read() : readAhead.removeFirst();
    }

    @Override
    public void close() {
        lines.close();
    }
}
