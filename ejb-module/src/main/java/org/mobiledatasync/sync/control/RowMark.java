package org.mobiledatasync.sync.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A digest by which a record is known again. The opt-in is not part of it: its last value stands in the link's base.
 */
final class RowMark {
    private static final int HEX_DIGITS = 32;

    private final MessageDigest digest;

    RowMark() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The mark of a record with these values, whose other columns have the given digest. */
    static String of(String phone, Map<String, String> values, String rest) {
        RowMark mark = new RowMark().add(phone).add(rest);
        new TreeMap<>(values).forEach((field, value) -> mark.add(field).add(value));
        return mark.hex();
    }

    RowMark add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }
}
