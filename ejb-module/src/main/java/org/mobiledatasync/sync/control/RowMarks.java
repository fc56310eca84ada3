package org.mobiledatasync.sync.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * By what a row of the export is known again under the same rules: a digest of all its cells, as they came, and of the
 * rules. Rows alike under rules alike have equal marks; where a row or a rule differs in anything, the marks differ.
 */
final class RowMarks {
    private static final int RADIX = 16;
    private static final int DIGITS = 16;

    private final MessageDigest digest;
    private final byte[] rules;

    /** @param rules all that a decision follows from besides the row and what the database holds */
    RowMarks(String rules) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        this.rules = digest.digest(rules.getBytes(StandardCharsets.UTF_8));
    }

    /** 128 bits. */
    record Mark(long high, long low) {
        /** What {@link #hex} wrote. */
        static Mark ofHex(String hex) {
            return new Mark(
                    Long.parseUnsignedLong(hex, 0, DIGITS, RADIX),
                    Long.parseUnsignedLong(hex, DIGITS, DIGITS + DIGITS, RADIX));
        }

        /** 32 digits. */
        String hex() {
            return String.format("%016x%016x", high, low);
        }
    }

    Mark of(ExportRow row) {
        digest.update(rules);
        if (!row.isBroken()) {
            for (String cell : row.cells()) {
                byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
                digest.update(bytes);
                // UTF-8 has no such byte: it ends the cell.
                digest.update((byte) 0xFF);
            }
        }
        ByteBuffer first = ByteBuffer.wrap(digest.digest());
        return new Mark(first.getLong(), first.getLong());
    }
}
