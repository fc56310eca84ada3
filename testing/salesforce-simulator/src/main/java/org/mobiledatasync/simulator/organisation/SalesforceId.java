package org.mobiledatasync.simulator.organisation;

import java.util.Optional;

/**
 * The form of Salesforce record ids: 15 characters whose case counts, or 18 where the last three tell the case of
 * the first 15. The organisation keeps and answers 18 characters; reports print 15.
 */
public final class SalesforceId {

    /** The first three characters of every Contact's id. */
    public static final String CONTACT_PREFIX = "003";

    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String INSTANCE = "Sm0";
    private static final int SHORT = 15;
    private static final int BLOCK = 5;

    private SalesforceId() {}

    /** The 18-character form of a well-formed id of either length; empty for anything else. */
    public static Optional<String> canonical(String text) {
        if (text == null || !text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        if (text.length() == SHORT) {
            return Optional.of(extended(text));
        }
        boolean checks =
                text.length() == SHORT + 3 && extended(text.substring(0, SHORT)).equals(text);
        return checks ? Optional.of(text) : Optional.empty();
    }

    /** As {@link #canonical}, and of a Contact. */
    public static Optional<String> ofContact(String text) {
        return canonical(text).filter(id -> id.startsWith(CONTACT_PREFIX));
    }

    /** The id that an organisation of this simulator gives its record number {@code number} of a kind. */
    public static String numbered(String prefix, long number) {
        StringBuilder digits = new StringBuilder();
        for (long rest = number; rest > 0; rest /= DIGITS.length()) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        while (digits.length() < SHORT - prefix.length() - INSTANCE.length()) {
            digits.append('0');
        }
        return extended(prefix + INSTANCE + digits.reverse());
    }

    /** The 15-character form that reports and pages show. */
    public static String shortened(String id) {
        return id.substring(0, SHORT);
    }

    private static String extended(String fifteen) {
        StringBuilder id = new StringBuilder(fifteen);
        for (int block = 0; block < SHORT; block += BLOCK) {
            int capitals = 0;
            for (int place = 0; place < BLOCK; place++) {
                char c = fifteen.charAt(block + place);
                if (c >= 'A' && c <= 'Z') {
                    capitals |= 1 << place;
                }
            }
            id.append(CHECK_CHARACTERS.charAt(capitals));
        }
        return id.toString();
    }
}
