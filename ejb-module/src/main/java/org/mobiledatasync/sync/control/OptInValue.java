package org.mobiledatasync.sync.control;

import java.util.Locale;
import java.util.Set;

/** The CRM's opt-in as the export or the API gives it (R2.3). */
public enum OptInValue {
    TRUE,
    FALSE,
    /** Neither yes nor no: the row is not imported. */
    UNREADABLE;

    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "t", "checked");
    private static final Set<String> NO = Set.of("0", "false", "no", "n", "f", "unchecked", "");

    /** Reads a cell in any case; empty means false. */
    public static OptInValue of(String cell) {
        String value = cell == null ? "" : cell.trim().toLowerCase(Locale.ROOT);
        if (YES.contains(value)) {
            return TRUE;
        }
        return NO.contains(value) ? FALSE : UNREADABLE;
    }

    public static OptInValue of(boolean optIn) {
        return optIn ? TRUE : FALSE;
    }
}
