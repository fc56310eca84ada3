package org.mobiledatasync.simulator.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.SalesforceId;

/**
 * The results of queries, as they were when the query ran, page by page. The oldest is forgotten when there are too
 * many.
 */
public final class QueryCursors {

    private static final int KEPT = 50;
    private static final Pattern LOCATOR = Pattern.compile("(01g\\w{15})-(\\d{1,9})");

    private final Map<String, Result> results = new LinkedHashMap<>();
    private long last;

    private record Result(List<Contact> contacts, List<Field> fields) {}

    /** Keeps a result; answers its first page. */
    public synchronized QueryPage open(List<Contact> contacts, List<Field> fields, int pageSize) {
        String id = SalesforceId.numbered("01g", ++last);
        Result result = new Result(contacts, fields);
        if (contacts.size() > pageSize) {
            results.put(id, result);
        }
        if (results.size() > KEPT) {
            results.remove(results.keySet().iterator().next());
        }
        return page(id, result, 0, pageSize);
    }

    /** The page of that locator, which has the form of Salesforce's: {@code 01g...-2000}. */
    public synchronized QueryPage next(String locator, int pageSize) {
        Matcher parts = LOCATOR.matcher(locator);
        if (parts.matches()) {
            Result result = results.get(parts.group(1));
            int from = Integer.parseInt(parts.group(2));
            if (result != null && from < result.contacts().size()) {
                return page(parts.group(1), result, from, pageSize);
            }
        }
        throw ApiError.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    public synchronized void clear() {
        results.clear();
    }

    private static QueryPage page(String id, Result result, int from, int size) {
        int total = result.contacts().size();
        int to = Math.min(total, from + size);
        Optional<String> next = to < total ? Optional.of(id + "-" + to) : Optional.empty();
        return new QueryPage(result.contacts().subList(from, to), result.fields(), total, next);
    }
}
