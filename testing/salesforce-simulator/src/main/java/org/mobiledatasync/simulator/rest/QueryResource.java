package org.mobiledatasync.simulator.rest;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.query.QueryCursors;
import org.mobiledatasync.simulator.query.QueryPage;
import org.mobiledatasync.simulator.soql.SoqlQuery;

/** {@code /query}, {@code /queryAll} and the pages that follow. */
final class QueryResource {

    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize=(\\d+)");

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
            case NONE -> answer(cursors.open(found, query.fields(), pageSize(call)), path);
        };
    }

    Answer next(Call call, RestPath path, String locator) {
        return answer(cursors.next(locator, pageSize(call)), path);
    }

    private Answer answer(QueryPage page, RestPath path) {
        RecordJson records = path.recordJson(organisation.settings());
        return Answer.jsonStream(200, json -> {
                    json.writeStartObject().write("totalSize", page.total());
                    json.write("done", page.next().isEmpty());
                    page.next()
                            .ifPresent(locator -> json.write(
                                    "nextRecordsUrl", "/services/data/" + path.version() + "/query/" + locator));
                    json.writeStartArray("records");
                    page.contacts().forEach(contact -> records.write(json, contact, page.fields()));
                    json.writeEnd().writeEnd();
                })
                .counting(page.contacts().size());
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
        return QueryPage.size(call, asked.find() ? asked.group(1) : "");
    }
}
