package org.mobiledatasync.simulator.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.WriteBatch;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.RowError;
import org.mobiledatasync.simulator.organisation.RowResult;
import org.mobiledatasync.simulator.organisation.SalesforceId;

/** {@code /composite/sobjects}: up to 200 records in a call, 200 for the call and a result for each record. */
final class CollectionsResource {

    private static final int MOST_RECORDS = 200;

    private final Organisation organisation;

    CollectionsResource(Organisation organisation) {
        this.organisation = organisation;
    }

    Answer create(Call call, RestPath path) {
        return write(call, path, new ContactWriter(organisation.schema(), call)::create);
    }

    Answer update(Call call, RestPath path) {
        return write(call, path, new ContactWriter(organisation.schema(), call)::update);
    }

    Answer upsert(Call call, RestPath path, String keyName) {
        ContactWriter writer = new ContactWriter(organisation.schema(), call);
        Field key = writer.key(keyName);
        return write(call, path, record -> writer.upsert(key, record));
    }

    Answer delete(Call call, RestPath path) {
        List<WriteBatch.Row> rows = Arrays.stream(
                        call.request().parameter("ids").orElse("").split(","))
                .map(id -> new WriteBatch.Row(Optional.of(id), writes -> writes.delete(id)))
                .toList();
        boolean allOrNone = call.request().parameter("allOrNone").orElse("").equalsIgnoreCase("true");
        return run(call, path, rows, allOrNone);
    }

    /** Reads contacts by id: in the order asked, null for those that are not there. */
    Answer read(Call call, RestPath path) {
        JsonObject body = object(call);
        List<String> ids = strings(body, "ids");
        List<Field> fields = strings(body, "fields").stream()
                .map(name -> organisation
                        .schema()
                        .find(name)
                        .orElseThrow(() -> ApiError.badRequest(
                                "INVALID_FIELD", "No such column '" + name + "' on sobject of type Contact")))
                .toList();
        RecordJson records = path.recordJson(organisation.settings());
        return Answer.jsonStream(200, json -> {
                    json.writeStartArray();
                    for (String id : ids) {
                        SalesforceId.ofContact(id)
                                .flatMap(organisation::find)
                                .filter(contact -> !contact.isDeleted())
                                .ifPresentOrElse(
                                        (Contact contact) -> records.write(json, contact, fields), json::writeNull);
                    }
                    json.writeEnd();
                })
                .counting(ids.size());
    }

    private Answer write(Call call, RestPath path, Function<JsonObject, WriteBatch.Row> toRow) {
        JsonObject body = object(call);
        if (!(body.get("records") instanceof JsonArray records) || records.isEmpty()) {
            throw ApiError.badRequest("JSON_PARSER_ERROR", "The request has no records.");
        }
        List<WriteBatch.Row> rows = records.stream()
                .map(record -> isContact(record) ? toRow.apply(record.asJsonObject()) : foreign())
                .toList();
        return run(call, path, rows, body.getBoolean("allOrNone", false));
    }

    private Answer run(Call call, RestPath path, List<WriteBatch.Row> rows, boolean allOrNone) {
        if (rows.size() > MOST_RECORDS) {
            throw ApiError.badRequest(
                    "EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than 200 records into this call");
        }
        List<RowResult> results = new WriteBatch(organisation, call).run(rows, allOrNone);
        RecordJson json = path.recordJson(organisation.settings());
        JsonArrayBuilder answer = Json.createArrayBuilder();
        boolean upsert = path.steps().size() > 2;
        results.forEach(result -> answer.add(json.result(result, upsert)));
        return Answer.json(200, answer.build()).counting(WriteBatch.written(results));
    }

    private static boolean isContact(JsonValue record) {
        return record instanceof JsonObject object
                && object.get("attributes") instanceof JsonObject attributes
                && attributes.getString("type", "").equalsIgnoreCase("Contact");
    }

    private static WriteBatch.Row foreign() {
        RowError error = RowError.of("INVALID_TYPE", "sObject type is missing or is not supported");
        return new WriteBatch.Row(Optional.empty(), writes -> RowResult.refused(Optional.empty(), error));
    }

    private static JsonObject object(Call call) {
        if (call.request().json() instanceof JsonObject object) {
            return object;
        }
        throw ApiError.badRequest("JSON_PARSER_ERROR", "The request body is not an object.");
    }

    private static List<String> strings(JsonObject body, String name) {
        return body.get(name) instanceof JsonArray array ? array.getValuesAs(JsonString::getString) : List.of();
    }
}
