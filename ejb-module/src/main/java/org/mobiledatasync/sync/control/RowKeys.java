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
 * What is kept of every row of an export: its contact, its number, its marks and a place to point with. 32 bytes a row in
 * a file, none in memory, up to 67 million rows.
 */
final class RowKeys {
    /** The contact has more rows than this one. */
    static final long REPEATED = 1L << 60;

    /** An earlier row stands for the contact. */
    static final long LATER = 1L << 61;

    /** Another contact has the number too. */
    static final long SHARED = 1L << 62;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SIZE = 32;
    private static final long NUMBER = (1L << 60) - 1;
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
         * @param phone in E.164; null when the row has none
         */
        void add(String contactId, String phone) {
            try {
                out.writeLong(contactId == null ? 0 : packed(contactId, PREFIX, LONG_PART));
                out.writeLong(contactId == null ? 0 : packed(contactId, LONG_PART, CASE_SENSITIVE));
                out.writeLong(phone == null ? 0 : Long.parseLong(phone.substring(1)));
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
                && rows.getLong(one * SIZE + 8) == rows.getLong(other * SIZE + 8);
    }

    /** Equal for rows of one contact. */
    long contactHash(int row) {
        return rows.getLong(row * SIZE) * 31 + rows.getLong(row * SIZE + 8);
    }

    /** The number's digits; 0 when there is none. */
    long phone(int row) {
        return rows.getLong(row * SIZE + 16) & NUMBER;
    }

    boolean is(int row, long mark) {
        return (rows.getLong(row * SIZE + 16) & mark) != 0;
    }

    void mark(int row, long marks) {
        rows.putLong(row * SIZE + 16, rows.getLong(row * SIZE + 16) | marks);
    }

    /** Where the row points to. */
    long pointer(int row) {
        return rows.getLong(row * SIZE + 24);
    }

    void point(int row, long to) {
        rows.putLong(row * SIZE + 24, to);
    }
}
