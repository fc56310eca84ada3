package org.mobiledatasync.simulator.rest;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.FaultKind;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.rest.QueryCursors.Cursor;
import org.mobiledatasync.simulator.soql.SoqlQuery;

/** {@code /query}, {@code /queryAll} and the pages that follow. */
final class QueryResource {

    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize=(\\d{1,6})");
    private static final Pattern NEXT = Pattern.compile("(01g\\w{15})-(\\d{1,9})");
    private static final int LEAST = 200;
    private static final int MOST = 2000;
    private static final int SMALL_PAGE = 2;

    private final Organisation organisation;
    private final QueryCursors cursors;

    QueryResource(Organisation organisation, QueryCursors cursors) {
        this.organisation = organisation;
        this.cursors = cursors;
    }

    Answer query(Call call, RestPath path, boolean withDeleted) {
        String soql = call.request()
                .parameter("q")
                .orElseThrow(() -> ApiError.badRequest("MALFORMED_QUERY", "unexpected token: <EOF>"));
        SoqlQuery query = SoqlQuery.parse(soql, organisation.schema());
        List<Contact> found = query.select(organisation.snapshot(), withDeleted);
        return switch (query.count()) {
            case TOTAL ->
                Answer.jsonStream(200, json -> counted(json, found.size(), false))
                        .counting(1);
            case AGGREGATE ->
                Answer.jsonStream(200, json -> counted(json, found.size(), true))
                        .counting(1);
            case NONE -> page(cursors.open(found, query.fields()), 0, pageSize(call), path);
        };
    }

    Answer next(Call call, RestPath path, String locatorAndOffset) {
        Matcher next = NEXT.matcher(locatorAndOffset);
        if (!next.matches()) {
            throw ApiError.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        Cursor cursor = cursors.find(next.group(1))
                .filter(found ->
                        Integer.parseInt(next.group(2)) < found.contacts().size())
                .orElseThrow(() -> ApiError.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator"));
        return page(cursor, Integer.parseInt(next.group(2)), pageSize(call), path);
    }

    private Answer page(Cursor cursor, int from, int size, RestPath path) {
        int total = cursor.contacts().size();
        int to = Math.min(total, from + size);
        RecordJson records = path.recordJson(organisation.settings());
        return Answer.jsonStream(200, json -> {
                    json.writeStartObject().write("totalSize", total).write("done", to == total);
                    if (to < total) {
                        String next = "/services/data/" + path.version() + "/query/" + cursor.locator() + "-" + to;
                        json.write("nextRecordsUrl", next);
                    }
                    json.writeStartArray("records");
                    cursor.contacts()
                            .subList(from, to)
                            .forEach(contact -> records.write(json, contact, cursor.fields()));
                    json.writeEnd().writeEnd();
                })
                .counting(to - from);
    }

    private static void counted(JsonGenerator json, int count, boolean aggregate) {
        json.writeStartObject().write("totalSize", aggregate ? 1 : count).write("done", true);
        json.writeStartArray("records");
        if (aggregate) {
            json.writeStartObject();
            json.writeStartObject("attributes").write("type", "AggregateResult").writeEnd();
            json.write("expr0", count).writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    private static int pageSize(Call call) {
        Matcher asked =
                BATCH_SIZE.matcher(call.request().header("Sforce-Query-Options").orElse(""));
        int size = asked.find() ? Math.min(MOST, Math.max(LEAST, Integer.parseInt(asked.group(1)))) : MOST;
        return call.fault(FaultKind.SMALL_PAGES)
                .map(fault -> Math.min(size, fault.number("size", SMALL_PAGE)))
                .orElse(size);
    }
}
