package org.mobiledatasync.sync.control;

/** Texts inside Salesforce's query language. */
final class Soql {

    private Soql() {}

    /** The text as a literal, its special characters escaped. */
    static String quoted(String text) {
        return "'" + escaped(text) + "'";
    }

    /** A pattern that finds these digits in this order, whatever stands between, before and after them. */
    static String digitsAnywhere(String digits) {
        return "'%" + String.join("%", digits.split("")) + "%'";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
