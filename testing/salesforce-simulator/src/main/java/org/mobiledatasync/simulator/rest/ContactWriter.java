package org.mobiledatasync.simulator.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.simulator.call.Call;
import org.mobiledatasync.simulator.call.WriteBatch;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.ContactWrites;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.RowError;
import org.mobiledatasync.simulator.organisation.RowResult;

/** Makes rows of a {@link WriteBatch} from the records of one REST call. */
final class ContactWriter {

    private final ContactSchema schema;
    private final RecordInput input;
    private final boolean allowDuplicates;

    ContactWriter(ContactSchema schema, Call call) {
        this.schema = schema;
        this.input = new RecordInput(schema);
        this.allowDuplicates = call.request()
                .header("Sforce-Duplicate-Rule-Header")
                .map(header -> header.toLowerCase(Locale.ROOT).replace(" ", ""))
                .filter(header -> header.contains("allowsave=true"))
                .isPresent();
    }

    WriteBatch.Row create(JsonObject record) {
        if (idOf(record).isPresent()) {
            RowError error =
                    RowError.of("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
            return new WriteBatch.Row(Optional.empty(), writes -> RowResult.refused(Optional.empty(), error));
        }
        Map<Field, Object> values = input.valuesOf(record);
        return new WriteBatch.Row(Optional.empty(), writes -> writes.create(values, allowDuplicates));
    }

    WriteBatch.Row update(String id, JsonObject record) {
        Map<Field, Object> changes = input.valuesOf(record);
        return new WriteBatch.Row(Optional.of(id), writes -> writes.update(id, changes));
    }

    /** An update by the id within the record. */
    WriteBatch.Row update(JsonObject record) {
        Optional<String> id = idOf(record);
        if (id.isEmpty()) {
            RowError error = RowError.of("MISSING_ARGUMENT", "Id not specified in an update call", "Id");
            return new WriteBatch.Row(id, writes -> RowResult.refused(id, error));
        }
        return update(id.get(), record);
    }

    /** The external id field of that name. */
    Field key(String name) {
        return schema.find(name)
                .filter(Field::externalId)
                .orElseThrow(() -> new ApiError(
                        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name));
    }

    /** An upsert by the external id within the record. */
    WriteBatch.Row upsert(Field key, JsonObject record) {
        Map<Field, Object> values = input.valuesOf(record);
        if (values.get(key) instanceof String value) {
            return upsert(key, value, values, false);
        }
        RowError error = RowError.of("MISSING_ARGUMENT", key.name() + " not specified", key.name());
        return new WriteBatch.Row(Optional.empty(), writes -> RowResult.refused(Optional.empty(), error));
    }

    /** An upsert by the external id of the path. */
    WriteBatch.Row upsert(Field key, String value, JsonObject record, boolean updateOnly) {
        Map<Field, Object> values = input.valuesOf(record);
        values.put(key, value);
        return upsert(key, value, values, updateOnly);
    }

    private WriteBatch.Row upsert(Field key, String value, Map<Field, Object> values, boolean updateOnly) {
        return new WriteBatch.Row(Optional.empty(), writes -> upsert(writes, key, value, values, updateOnly));
    }

    private RowResult upsert(
            ContactWrites writes, Field key, String value, Map<Field, Object> values, boolean updateOnly) {
        var ids = writes.withExternalId(key, value);
        if (ids.size() > 1) {
            return RowResult.refused(
                    Optional.empty(),
                    RowError.of(
                            "DUPLICATE_EXTERNAL_ID",
                            key.name() + ": more than one record found for external id field: " + ids,
                            key.name()));
        }
        if (!ids.isEmpty()) {
            return writes.update(ids.get(0), values);
        }
        return updateOnly
                ? RowResult.refused(
                        Optional.empty(),
                        RowError.of("INVALID_CROSS_REFERENCE_KEY", "The requested resource does not exist"))
                : writes.create(values, allowDuplicates);
    }

    private static Optional<String> idOf(JsonObject record) {
        return record.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("Id"))
                .map(entry -> entry.getValue() instanceof JsonString text ? text.getString() : "")
                .findFirst();
    }
}
