package org.mobiledatasync.sync.control;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What is kept of every row of an export: its contact, its number, what is known of it, what it points to, its place in the
 * file, its mark and the link of its pair. 64 bytes a row in a file, none in memory, up to 33 million rows.
 */
final class RowKeys {
    /** The contact has more rows than this one. */
    static final long REPEATED = 1L << 60;

    /** An earlier row stands for the contact. */
    static final long LATER = 1L << 61;

    /** Another contact has the number too. */
    static final long SHARED = 1L << 62;

    /** The pair of its contact is settled. */
    static final long SETTLED = 1L << 63;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SIZE = 64;
    private static final int PHONE = 16;
    private static final int POINTER = 24;
    private static final int PLACE = 32;
    private static final int MARK = 40;
    private static final int LINK = 56;
    private static final long NUMBER = (1L << 60) - 1;
    private static final int HASH = 31;
    private static final int PREFIX = 3;
    private static final int LONG_PART = 13;
    private static final int CASE_SENSITIVE = 15;

    private final ByteBuffer rows;
    private final int count;

    private RowKeys(ByteBuffer rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    /** Writes the keys, row by row. */
    static final class Writer implements AutoCloseable {
        private final Path file;
        private final DataOutputStream out;
        private int count;

        Writer(Path file) {
            this.file = file;
            try {
                out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * @param contactId of 18 characters; null when the row has none
         * @param place where it begins in the file
         */
        void add(String contactId, long place, RowMarks.Mark mark) {
            try {
                out.writeLong(contactId == null ? 0 : longPart(contactId));
                out.writeLong(contactId == null ? 0 : shortPart(contactId));
                out.writeLong(0);
                out.writeLong(0);
                out.writeLong(place);
                out.writeLong(mark.high());
                out.writeLong(mark.low());
                out.writeLong(0);
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ends the writing. @return what was written, to be looked at and marked */
        RowKeys done() {
            close();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return new RowKeys(channel.map(MapMode.READ_WRITE, 0, (long) count * SIZE), count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static long longPart(String contactId) {
        return packed(contactId, PREFIX, LONG_PART);
    }

    private static long shortPart(String contactId) {
        return packed(contactId, LONG_PART, CASE_SENSITIVE);
    }

    /** Six bits a letter or digit: different ids are different bits. The last three characters only check the others. */
    private static long packed(String contactId, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits = bits << 6 | ALPHABET.indexOf(contactId.charAt(i)) + 1;
        }
        return bits;
    }

    int count() {
        return count;
    }

    boolean hasContact(int row) {
        return rows.getLong(row * SIZE) != 0;
    }

    boolean isSameContact(int one, int other) {
        return rows.getLong(one * SIZE) == rows.getLong(other * SIZE)
                && rows.getLong(one * SIZE + Long.BYTES) == rows.getLong(other * SIZE + Long.BYTES);
    }

    /** @param contactId of 18 characters */
    boolean isContact(int row, String contactId) {
        return rows.getLong(row * SIZE) == longPart(contactId)
                && rows.getLong(row * SIZE + Long.BYTES) == shortPart(contactId);
    }

    /** Equal for rows of one contact. */
    long contactHash(int row) {
        return rows.getLong(row * SIZE) * HASH + rows.getLong(row * SIZE + Long.BYTES);
    }

    /** The same as of the rows of this contact. */
    static long contactHash(String contactId) {
        return longPart(contactId) * HASH + shortPart(contactId);
    }

    /** The number's digits; 0 when there is none. */
    long phone(int row) {
        return rows.getLong(row * SIZE + PHONE) & NUMBER;
    }

    /** @param phone in E.164; null when the row has none */
    void setPhone(int row, String phone) {
        long marks = rows.getLong(row * SIZE + PHONE) & ~NUMBER;
        rows.putLong(row * SIZE + PHONE, marks | (phone == null ? 0 : Long.parseLong(phone.substring(1))));
    }

    boolean is(int row, long mark) {
        return (rows.getLong(row * SIZE + PHONE) & mark) != 0;
    }

    void mark(int row, long marks) {
        rows.putLong(row * SIZE + PHONE, rows.getLong(row * SIZE + PHONE) | marks);
    }

    /** Another row of its contact, counted from 1; 0 when there is none. */
    long pointer(int row) {
        return rows.getLong(row * SIZE + POINTER);
    }

    private void point(int row, long to) {
        rows.putLong(row * SIZE + POINTER, to);
    }

    long place(int row) {
        return rows.getLong(row * SIZE + PLACE);
    }

    /** Of the first row of a contact with several: the sum of their marks, whatever their order. */
    RowMarks.Mark rowMark(int row) {
        return new RowMarks.Mark(rows.getLong(row * SIZE + MARK), rows.getLong(row * SIZE + MARK + Long.BYTES));
    }

    /** Makes a row stand for a later one of its contact too. */
    void join(int first, int later) {
        mark(first, REPEATED);
        mark(later, REPEATED | LATER);
        point(later, pointer(first));
        point(first, later + 1L);
        rows.putLong(first * SIZE + MARK, rows.getLong(first * SIZE + MARK) + rows.getLong(later * SIZE + MARK));
        int low = MARK + Long.BYTES;
        rows.putLong(first * SIZE + low, rows.getLong(first * SIZE + low) + rows.getLong(later * SIZE + low));
    }

    /** The link of the row's pair; known only when that is settled. */
    long link(int row) {
        return rows.getLong(row * SIZE + LINK);
    }

    /** Notes of all rows of a contact that their pair is settled. */
    void settle(int first, long link, String phone) {
        rows.putLong(first * SIZE + LINK, link);
        setPhone(first, phone);
        mark(first, SETTLED);
        for (long later = pointer(first); later > 0; later = pointer((int) later - 1)) {
            mark((int) later - 1, SETTLED);
        }
    }
}
