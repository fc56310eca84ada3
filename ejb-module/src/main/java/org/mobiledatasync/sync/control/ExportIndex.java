package org.mobiledatasync.sync.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What can only be known of an export as a whole: which contacts have several rows (R1.7), which rows have a number that
 * another contact has too (R1.5), and where the table ends (R9.1).
 *
 * <p>It keeps its knowledge in two files beside the export, which go when it is closed. In memory it takes 8 MB while it is
 * made, and nothing afterwards, however long the export is (R7.7).
 */
final class ExportIndex implements AutoCloseable {
    private static final int ALIVE_EVERY = 5_000;

    /** How many rows are compared at a time; longer exports are compared in several parts. */
    private static final int PART = 1 << 20;

    private final Path file;
    private final RowKeys keys;
    private final RepeatedRows repeated;
    private final long footerRows;

    private ExportIndex(Path file, RowKeys keys, RepeatedRows repeated, long footerRows) {
        this.file = file;
        this.keys = keys;
        this.repeated = repeated;
        this.footerRows = footerRows;
    }

    /**
     * Reads the whole file, twice when a contact has several rows.
     *
     * @param alive called again and again on the way
     */
    static ExportIndex of(Path file, ContactRecords records, Runnable alive) {
        return of(file, records, alive, PART);
    }

    static ExportIndex of(Path file, ContactRecords records, Runnable alive, int part) {
        long footers = 0;
        RowKeys keys;
        try (ExportReader reader = new ExportReader(file);
                RowKeys.Writer writer = new RowKeys.Writer(keysFile(file))) {
            for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                // Only what no record follows stands after the table; a stray line within it is a record that can't be
                // read.
                footers = records.looksLikeFooter(row) ? footers + 1 : 0;
                writer.add(records.contactId(row), records.phone(row));
                beat(row, alive);
            }
            keys = writer.done();
        }
        ExportIndex index = new ExportIndex(file, keys, new RepeatedRows(repeatedFile(file)), footers);
        boolean several = new RowComparison(keys, part).markAll();
        if (several) {
            index.keepRepeated(alive);
        }
        return index;
    }

    /** Keeps the rows of contacts with several, each pointing to the next one of its contact. */
    private void keepRepeated(Runnable alive) {
        try (ExportReader reader = new ExportReader(file)) {
            for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                int number = (int) row.number();
                if (keys.is(number, RowKeys.REPEATED)) {
                    long before = keys.pointer(number);
                    keys.point(number, 0);
                    long place = repeated.add(row);
                    if (before > 0) {
                        keys.point((int) (before - 1), place + 1);
                    }
                }
                beat(row, alive);
            }
        }
        repeated.done();
    }

    private static void beat(ExportRow row, Runnable alive) {
        if (row.number() % ALIVE_EVERY == 0) {
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

    /** Whether it is a line after the table, not a record (R9.1). */
    boolean isFooter(ExportRow row) {
        return row.number() >= rows() - footerRows;
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

    /** All rows of the row's contact; empty when an earlier row stands for the contact. */
    List<ExportRow> rowsOf(ExportRow row) {
        int number = (int) row.number();
        if (!keys.is(number, RowKeys.REPEATED)) {
            return List.of(row);
        }
        List<ExportRow> all = new ArrayList<>();
        if (!keys.is(number, RowKeys.LATER)) {
            all.add(row);
            for (long place = keys.pointer(number); place > 0; ) {
                ExportRow next = repeated.get(place - 1);
                all.add(next);
                place = keys.pointer((int) next.number());
            }
        }
        return all;
    }

    @Override
    public void close() {
        repeated.close();
        try {
            delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what a server that died left of the index of an export. */
    static void delete(Path file) throws IOException {
        Files.deleteIfExists(keysFile(file));
        Files.deleteIfExists(repeatedFile(file));
    }

    private static Path keysFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".keys");
    }

    private static Path repeatedFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".repeated");
    }
}
