package org.mobiledatasync.platform.control;

import java.util.Objects;

/**
 * Cells of CSV files that people open in a spreadsheet: one that it would run as a formula is led by an apostrophe (R8.3),
 * which is taken off again when the file comes back.
 */
public final class CsvCells {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvCells() {}

    /** As it is written; null becomes an empty cell. */
    public static String safe(String cell) {
        String text = Objects.requireNonNullElse(cell, "");
        return isFormula(text) ? "'" + text : text;
    }

    /** As it was before it was written, without blanks around it. */
    public static String plain(String cell) {
        String text = cell.strip();
        return text.startsWith("'") && isFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
