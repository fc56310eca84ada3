package org.mobiledatasync.simulator.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.WriteBatch;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.RowResult;
import org.mobiledatasync.simulator.organisation.SalesforceId;

/** {@code /sobjects/Contact}: one contact at a time. */
final class RowsResource {

    private static final int UPSERT_TELLS_SINCE = 46;

    private final Organisation organisation;

    RowsResource(Organisation organisation) {
        this.organisation = organisation;
    }

    Answer create(Call call, RestPath path) {
        RowResult result = write(call, new ContactWriter(organisation.schema(), call).create(object(call)));
        return result.isSuccess() ? told(201, path, result, false) : refused(path, result);
    }

    Answer read(Call call, RestPath path, String id) {
        Contact contact = SalesforceId.ofContact(id).flatMap(organisation::find).orElseThrow(ApiError::notFound);
        if (contact.isDeleted()) {
            throw new ApiError(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        return one(call, path, contact);
    }

    Answer update(Call call, RestPath path, String id) {
        return changed(path, write(call, new ContactWriter(organisation.schema(), call).update(id, object(call))));
    }

    Answer delete(Call call, RestPath path, String id) {
        return changed(path, write(call, new WriteBatch.Row(Optional.of(id), writes -> writes.delete(id))));
    }

    Answer readByKey(Call call, RestPath path, String keyName, String value) {
        Field key = new ContactWriter(organisation.schema(), call).key(keyName);
        List<String> ids = organisation.withExternalId(key, value);
        if (ids.size() > 1) {
            return choices(path, ids);
        }
        return one(
                call, path, ids.stream().findFirst().flatMap(organisation::find).orElseThrow(ApiError::notFound));
    }

    Answer upsert(Call call, RestPath path, String keyName, String value) {
        ContactWriter writer = new ContactWriter(organisation.schema(), call);
        Field key = writer.key(keyName);
        List<String> ids = organisation.withExternalId(key, value);
        if (ids.size() > 1) {
            return choices(path, ids);
        }
        boolean updateOnly = call.request().parameter("updateOnly").orElse("").equalsIgnoreCase("true");
        RowResult result = write(call, writer.upsert(key, value, object(call), updateOnly));
        if (!result.isSuccess()) {
            return refused(path, result);
        }
        if (result.created()) {
            return told(201, path, result, path.number() >= UPSERT_TELLS_SINCE);
        }
        return path.number() >= UPSERT_TELLS_SINCE
                ? told(200, path, result, true)
                : Answer.empty(204).counting(1);
    }

    private RowResult write(Call call, WriteBatch.Row row) {
        return new WriteBatch(organisation, call).run(List.of(row), false).get(0);
    }

    private Answer one(Call call, RestPath path, Contact contact) {
        List<Field> fields = call.request()
                .parameter("fields")
                .map(this::fields)
                .orElse(organisation.schema().fields());
        RecordJson records = path.recordJson(organisation.settings());
        return Answer.jsonStream(200, json -> records.write(json, contact, fields))
                .counting(1);
    }

    private List<Field> fields(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> organisation
                        .schema()
                        .find(name.strip())
                        .orElseThrow(() -> ApiError.badRequest(
                                "INVALID_FIELD", "No such column '" + name + "' on sobject of type Contact")))
                .toList();
    }

    private Answer changed(RestPath path, RowResult result) {
        return result.isSuccess() ? Answer.empty(204).counting(1) : refused(path, result);
    }

    private Answer told(int status, RestPath path, RowResult result, boolean upsert) {
        JsonObject body =
                path.recordJson(organisation.settings()).result(result, upsert).build();
        return Answer.json(status, body).counting(1);
    }

    private Answer refused(RestPath path, RowResult result) {
        String code = result.errors().get(0).statusCode();
        return switch (code) {
            case "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID" -> Answer.error(ApiError.notFound());
            default ->
                Answer.json(
                        code.equals("ENTITY_IS_DELETED") ? 404 : 400,
                        path.recordJson(organisation.settings())
                                .errors(result.errors(), "errorCode")
                                .build());
        };
    }

    private static Answer choices(RestPath path, List<String> ids) {
        JsonArrayBuilder urls = Json.createArrayBuilder();
        ids.forEach(id -> urls.add("/services/data/" + path.version() + "/sobjects/Contact/" + id));
        return Answer.json(300, urls.build());
    }

    private static JsonObject object(Call call) {
        if (call.request().json() instanceof JsonObject object) {
            return object;
        }
        throw ApiError.badRequest("JSON_PARSER_ERROR", "The request body is not an object.");
    }
}
