package org.mobiledatasync.sync.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mobiledatasync.sync.entity.LinkIds;

/**
 * What can only be known of an export as a whole: which contacts have several rows (R1.7), which rows have a number that
 * another contact has too (R1.5), where the table ends (R9.1); and which rows are those of settled pairs (ADR 10).
 *
 * <p>It keeps its knowledge in a file beside the export, which goes when it is closed. In memory it takes 16 MB while it is
 * made, and nothing afterwards, however long the export is (R7.7).
 */
final class ExportIndex implements AutoCloseable {
    private static final int ALIVE_EVERY = 5_000;

    /** How many rows are compared at a time; longer exports are compared in several parts. */
    private static final int PART = 1 << 21;

    private final Path file;
    private final RowKeys keys;
    private final long footerRows;
    private final ExportReader rows;
    private final ExportReader laterRows;

    private ExportIndex(Path file, RowKeys keys, long footerRows) {
        this.file = file;
        this.keys = keys;
        this.footerRows = footerRows;
        rows = new ExportReader(file);
        laterRows = new ExportReader(file);
    }

    /** Reads the whole file, without a look at the pairs that are known. */
    static ExportIndex of(Path file, ContactRecords records, Runnable alive) {
        return of(file, records, new RowMarks(""), visitor -> {}, alive);
    }

    /**
     * Reads the whole file, and again the rows whose pairs are not settled.
     *
     * @param alive called again and again on the way
     */
    static ExportIndex of(Path file, ContactRecords records, RowMarks marks, KnownPairs settled, Runnable alive) {
        return of(file, records, marks, settled, alive, PART);
    }

    static ExportIndex of(
            Path file, ContactRecords records, RowMarks marks, KnownPairs settled, Runnable alive, int part) {
        long footers = 0;
        RowKeys keys;
        try (ExportReader reader = new ExportReader(file);
                RowKeys.Writer writer = new RowKeys.Writer(keysFile(file))) {
            for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                // Only what no record follows stands after the table; a stray line within it is a record that can't be
                // read.
                footers = records.looksLikeFooter(row) ? footers + 1 : 0;
                writer.add(records.contactId(row), row.place(), marks.of(row));
                beat(row.number(), alive);
            }
            keys = writer.done();
        }
        ExportIndex index = new ExportIndex(file, keys, footers);
        RowComparison comparison = new RowComparison(keys, part);
        comparison.compareContacts(settled, alive);
        index.readPhones(records, alive);
        comparison.comparePhones();
        return index;
    }

    /** Reading numbers is most of the work; that of a settled pair is known. */
    private void readPhones(ContactRecords records, Runnable alive) {
        for (int number = 0; number < keys.count(); number++) {
            if (!keys.is(number, RowKeys.SETTLED)) {
                keys.setPhone(number, records.phone(row(number)));
            }
            beat(number, alive);
        }
    }

    private static void beat(long number, Runnable alive) {
        if (number % ALIVE_EVERY == 0) {
            alive.run();
        }
    }

    /** All rows after the header. */
    long rows() {
        return keys.count();
    }

    /** The rows after the table (R9.1). */
    long footerRows() {
        return footerRows;
    }

    /** Where the table ends: the number of the first row that is none of its (R9.1). */
    long tableEnd() {
        return rows() - footerRows;
    }

    /** A row of the file. Rows in their order are quick to get. */
    ExportRow row(long number) {
        return rows.read(number, keys.place((int) number));
    }

    /** The mobile number of a row in E.164; null when it has none. */
    String phone(ExportRow row) {
        long phone = keys.phone((int) row.number());
        return phone == 0 ? null : "+" + phone;
    }

    /** Whether another contact of the export has the number too. Asked of the first row of a contact. */
    boolean isShared(ExportRow row) {
        return keys.is((int) row.number(), RowKeys.SHARED);
    }

    /** Whether there is something to decide with a row: neither with that of a settled pair, nor with a later one of its contact. */
    boolean isToDecide(long number) {
        return !keys.is((int) number, RowKeys.LATER) && !isSettled((int) number);
    }

    /** The links of the settled pairs, from a row on. */
    LinkIds settledFrom(long first) {
        LinkIds links = new LinkIds();
        for (int number = (int) first; number < tableEnd(); number++) {
            if (!keys.is(number, RowKeys.LATER) && isSettled(number)) {
                links.add(keys.link(number));
            }
        }
        return links;
    }

    /** Where several contacts claim a number, each is looked at. */
    private boolean isSettled(int number) {
        return keys.is(number, RowKeys.SETTLED) && !keys.is(number, RowKeys.SHARED);
    }

    /** By what the contact is known again whose first row this is. */
    String mark(ExportRow row) {
        return keys.rowMark((int) row.number()).hex();
    }

    /** All rows of the row's contact, in their order; empty when an earlier row stands for the contact. */
    List<ExportRow> rowsOf(ExportRow row) {
        int number = (int) row.number();
        if (keys.is(number, RowKeys.LATER)) {
            return List.of();
        }
        List<ExportRow> all = new ArrayList<>();
        all.add(row);
        for (long later = keys.pointer(number); later > 0; later = keys.pointer((int) later - 1)) {
            all.add(laterRows.read(later - 1, keys.place((int) later - 1)));
        }
        all.sort(Comparator.comparing(ExportRow::number));
        return all;
    }

    @Override
    public void close() {
        rows.close();
        laterRows.close();
        try {
            delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what a server that died left of the index of an export. */
    static void delete(Path file) throws IOException {
        Files.deleteIfExists(keysFile(file));
    }

    private static Path keysFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".keys");
    }
}
