package org.mobiledatasync.simulator.soql;

import java.time.Instant;
import java.util.Locale;

/** How values of one field compare: texts without case, false before true. */
final class Values {

    private Values() {}

    static int compare(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return folded(a).compareTo(folded(b));
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return a.compareTo(b);
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        }
        throw new IllegalArgumentException("Values of different types do not compare");
    }

    /** What two equal values of a type have in common. */
    static Object key(Object value, boolean caseMatters) {
        return value instanceof String text && !caseMatters ? folded(text) : value;
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
