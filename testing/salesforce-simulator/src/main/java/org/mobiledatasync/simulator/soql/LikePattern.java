package org.mobiledatasync.simulator.soql;

import java.util.regex.Pattern;

/** The pattern of a LIKE: {@code %} for any characters, {@code _} for one, either literal when escaped; no case. */
final class LikePattern {

    /** Stands in a text for an escaped {@code %}, which is no wildcard. */
    static final char PLAIN_PERCENT = '\uE000';

    /** Stands in a text for an escaped {@code _}. */
    static final char PLAIN_UNDERSCORE = '\uE001';

    private final Pattern pattern;

    LikePattern(String like) {
        StringBuilder regex = new StringBuilder();
        for (char c : like.toCharArray()) {
            switch (c) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                default -> regex.append(Pattern.quote(withoutWildcards(String.valueOf(c))));
            }
        }
        pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** The text as it is meant where there are no wildcards. */
    static String withoutWildcards(String text) {
        return text.replace(PLAIN_PERCENT, '%').replace(PLAIN_UNDERSCORE, '_');
    }
}
