package org.mobiledatasync.simulator.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.RowError;
import org.mobiledatasync.simulator.organisation.RowResult;

/** Contacts and results in the JSON of the REST API. */
public final class RecordJson {

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private final String version;
    private final String duplicateKey;

    /**
     * JSON of one API version.
     *
     * @param version such as {@code v64.0}
     * @param duplicateKey under which the contacts found by a duplicate rule are reported
     */
    public RecordJson(String version, String duplicateKey) {
        this.version = version;
        this.duplicateKey = duplicateKey;
    }

    void write(JsonGenerator json, Contact contact, List<Field> fields) {
        json.writeStartObject();
        json.writeStartObject("attributes")
                .write("type", "Contact")
                .write("url", url(contact.id()))
                .writeEnd();
        writeFields(json, contact, fields);
        json.writeEnd();
    }

    /** Writes fields as members of an object that was begun. */
    public static void writeFields(JsonGenerator json, Contact contact, List<Field> fields) {
        for (Field field : fields) {
            Object value = contact.value(field);
            if (value == null) {
                json.writeNull(field.name());
            } else if (value instanceof Boolean flag) {
                json.write(field.name(), flag);
            } else {
                json.write(field.name(), text(value));
            }
        }
    }

    /** A value as text, date-times as Salesforce writes them. */
    public static String text(Object value) {
        return value instanceof Instant moment ? DATE_TIME.format(moment) : value.toString();
    }

    String url(String id) {
        return "/services/data/" + version + "/sobjects/Contact/" + id;
    }

    /**
     * One result of a write.
     *
     * @param upsert whether to tell if the record was created
     */
    JsonObjectBuilder result(RowResult result, boolean upsert) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        result.id().ifPresent(id -> json.add("id", id));
        json.add("success", result.isSuccess());
        json.add("errors", errors(result.errors(), "statusCode"));
        if (upsert && result.isSuccess()) {
            json.add("created", result.created());
        }
        return json;
    }

    /**
     * Errors of one record.
     *
     * @param codeKey {@code statusCode} within results, {@code errorCode} where the errors are the whole answer
     */
    JsonArrayBuilder errors(List<RowError> errors, String codeKey) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (RowError error : errors) {
            JsonObjectBuilder item = Json.createObjectBuilder();
            if (!error.matches().isEmpty()) {
                item.add(duplicateKey, duplicates(error.matches()));
            }
            item.add(codeKey, error.statusCode()).add("message", error.message());
            json.add(item.add("fields", Json.createArrayBuilder(error.fields())));
        }
        return json;
    }

    private static JsonObjectBuilder duplicates(List<String> ids) {
        JsonArrayBuilder records = Json.createArrayBuilder();
        ids.forEach(id -> records.add(Json.createObjectBuilder()
                .add("record", Json.createObjectBuilder().add("Id", id))));
        JsonObjectBuilder match = Json.createObjectBuilder()
                .add("entityType", "Contact")
                .add("matchRecords", records)
                .add("rule", "Standard_Contact_Match_Rule")
                .add("size", ids.size())
                .add("success", true);
        return Json.createObjectBuilder()
                .add("allowSave", true)
                .add("duplicateRule", "Standard_Contact_Duplicate_Rule")
                .add("duplicateRuleEntityType", "Contact")
                .add("matchResults", Json.createArrayBuilder().add(match));
    }
}
