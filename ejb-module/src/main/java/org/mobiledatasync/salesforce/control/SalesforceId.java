package org.mobiledatasync.salesforce.control;

import java.util.Optional;

/**
 * Salesforce record ids in their 18-character form (R1.2).
 *
 * <p>The last three characters check the case of the first fifteen: each stands for a block of five, one bit per
 * capital letter.
 */
public final class SalesforceId {
    private static final String CONTACT_PREFIX = "003";
    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int BLOCK = 5;

    private SalesforceId() {}

    /**
     * @param text an id of 15 or 18 characters; may be null
     * @return the id of a Contact in 18 characters, or empty when it is anything else
     */
    public static Optional<String> ofContact(String text) {
        String id = text == null ? "" : text.trim();
        if (!id.startsWith(CONTACT_PREFIX) || !isAlphanumeric(id)) {
            return Optional.empty();
        }
        if (id.length() == SHORT) {
            return Optional.of(id + check(id));
        }
        if (id.length() == LONG && check(id.substring(0, SHORT)).equals(id.substring(SHORT))) {
            return Optional.of(id);
        }
        return Optional.empty();
    }

    private static boolean isAlphanumeric(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
    }

    private static String check(String shortId) {
        StringBuilder check = new StringBuilder();
        for (int block = 0; block < SHORT; block += BLOCK) {
            int bits = 0;
            for (int i = 0; i < BLOCK; i++) {
                char c = shortId.charAt(block + i);
                if (c >= 'A' && c <= 'Z') {
                    bits |= 1 << i;
                }
            }
            check.append(CHECK_CHARACTERS.charAt(bits));
        }
        return check.toString();
    }
}
