package org.mobiledatasync.sync.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the API field name that somebody probably meant: few characters away, or the same but for underscores and case. */
public final class CloseNames {
    /** So many characters may be wrong, missing or too many; of short names a third at most. */
    private static final int MOST_EDITS = 3;

    private CloseNames() {}

    /** The name nearest to the typed one; empty when none is near, or when one is the typed one itself. */
    public static Optional<String> nearest(String typed, Collection<String> names) {
        if (names.stream().anyMatch(typed::equalsIgnoreCase)) {
            return Optional.empty();
        }
        int most = Math.min(MOST_EDITS, bare(typed).length() / 3);
        return names.stream()
                .filter(name -> edits(bare(typed), bare(name)) <= most)
                .min(Comparator.comparingInt((String name) -> edits(bare(typed), bare(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether a custom field's ending has one underscore or two is the commonest mistake: it counts for nothing. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("_+c$", "").replace("_", "");
    }

    /** How many characters have to be put in, taken out or replaced (Levenshtein distance). */
    static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
