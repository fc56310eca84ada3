package org.mobiledatasync.sync.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can only be known of an export as a whole: which contacts have several rows (R1.7), and which numbers several
 * contacts share (R1.5). Of the other rows it keeps 16 bytes each.
 *
 * @param rows all rows after the header
 * @param footerRows those after the table (R9.1)
 * @param repeated the rows of each contact that has more than one
 * @param sharedPhones the contacts of each number that more than one has
 */
record ExportIndex(
        long rows, long footerRows, Map<String, List<ExportRow>> repeated, Map<String, Set<String>> sharedPhones) {

    private static final int ALIVE_EVERY = 5_000;

    /**
     * Reads the whole file, twice when something is there more than once.
     *
     * @param alive called again and again on the way
     */
    static ExportIndex of(Path file, ContactRecords records, Runnable alive) {
        Keys ids = new Keys();
        Keys phones = new Keys();
        long footers = 0;
        long rows = 0;
        try (ExportReader reader = new ExportReader(file)) {
            for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                rows++;
                // Only what no record follows stands after the table; a stray line within it is a record that can't be
                // read.
                footers = records.looksLikeFooter(row) ? footers + 1 : 0;
                String contactId = records.contactId(row);
                ids.add(contactId == null ? 0 : hash(contactId));
                phones.add(contactId == null ? 0 : phoneKey(records.phone(row)));
                if (rows % ALIVE_EVERY == 0) {
                    alive.run();
                }
            }
        }
        Set<Long> repeatedIds = ids.moreThanOnce();
        Set<Long> repeatedPhones = phones.moreThanOnce();
        Map<String, List<ExportRow>> repeated = new HashMap<>();
        Map<String, Set<String>> shared = new HashMap<>();
        if (!repeatedIds.isEmpty() || !repeatedPhones.isEmpty()) {
            try (ExportReader reader = new ExportReader(file)) {
                for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                    String contactId = records.contactId(row);
                    if (contactId != null && repeatedIds.contains(hash(contactId))) {
                        repeated.computeIfAbsent(contactId, id -> new ArrayList<>())
                                .add(row);
                    }
                    if (contactId != null && repeatedPhones.contains(phones.get(row.number()))) {
                        shared.computeIfAbsent(records.phone(row), phone -> new LinkedHashSet<>())
                                .add(contactId);
                    }
                }
            }
        }
        repeated.values().removeIf(of -> of.size() < 2);
        shared.values().removeIf(of -> of.size() < 2);
        return new ExportIndex(rows, footers, repeated, shared);
    }

    /** Whether it is a line after the table, not a record (R9.1). */
    boolean isFooter(ExportRow row) {
        return row.number() >= rows - footerRows;
    }

    /** Whether another contact of the export has the number too. */
    boolean isShared(String phone) {
        return phone != null && sharedPhones.containsKey(phone);
    }

    /** All rows of the row's contact; empty when an earlier row stands for the contact. */
    List<ExportRow> rowsOf(String contactId, ExportRow row) {
        List<ExportRow> all = contactId == null ? null : repeated.get(contactId);
        if (all == null) {
            return List.of(row);
        }
        return all.get(0).number() == row.number() ? all : List.of();
    }

    private static long phoneKey(String e164) {
        return e164 == null ? 0 : Long.parseLong(e164.substring(1));
    }

    /** 64 bits: a chance likeness only costs a second look, since rows are compared by their whole id. */
    private static long hash(String contactId) {
        long hash = 1125899906842597L;
        for (int i = 0; i < contactId.length(); i++) {
            hash = 31 * hash + contactId.charAt(i);
        }
        return hash;
    }

    /** A growing list of keys; 0 stands for "none". */
    private static final class Keys {
        private long[] keys = new long[1024];
        private int size;

        void add(long key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            keys[size++] = key;
        }

        long get(long row) {
            return keys[(int) row];
        }

        Set<Long> moreThanOnce() {
            long[] sorted = Arrays.copyOf(keys, size);
            Arrays.sort(sorted);
            Set<Long> found = new HashSet<>();
            for (int i = 1; i < size; i++) {
                if (sorted[i] == sorted[i - 1] && sorted[i] != 0) {
                    found.add(sorted[i]);
                }
            }
            return found;
        }
    }
}
