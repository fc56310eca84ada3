package org.mobiledatasync.simulator.soql;

/**
 * A word of a query.
 *
 * @param text what it means: for a text its value without quotes and escapes
 * @param at where it begins in the query, from 0
 */
record SoqlToken(Kind kind, String text, int at) {

    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        DATE_TIME,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    /** As Salesforce quotes it in a message. */
    String shown() {
        return kind == Kind.END ? "<EOF>" : "'" + text + "'";
    }
}
