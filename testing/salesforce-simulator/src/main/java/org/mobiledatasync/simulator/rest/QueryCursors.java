package org.mobiledatasync.simulator.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.SalesforceId;

/** The results of queries that were not fetched whole. The oldest is forgotten when there are too many. */
public final class QueryCursors {

    private static final int KEPT = 50;

    private final Map<String, Cursor> open = new LinkedHashMap<>();
    private long last;

    /**
     * A result set as it was when the query ran.
     *
     * @param locator names it; shaped as Salesforce's
     */
    public record Cursor(String locator, List<Contact> contacts, List<Field> fields) {}

    public synchronized Cursor open(List<Contact> contacts, List<Field> fields) {
        Cursor cursor = new Cursor(SalesforceId.numbered("01g", ++last), contacts, fields);
        open.put(cursor.locator(), cursor);
        if (open.size() > KEPT) {
            open.remove(open.keySet().iterator().next());
        }
        return cursor;
    }

    public synchronized Optional<Cursor> find(String locator) {
        return Optional.ofNullable(open.get(locator));
    }

    public synchronized void clear() {
        open.clear();
    }
}
