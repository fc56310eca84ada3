package org.mobiledatasync.simulator.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.FieldType;

/**
 * Turns a record of a request into values of fields: texts trimmed, empty ones null, names in any case. What is no
 * record of this object at all, such as an unknown field, refuses the whole request, in Collections too (how
 * Salesforce does it there is not documented).
 */
public final class RecordInput {

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private final ContactSchema schema;

    public RecordInput(ContactSchema schema) {
        this.schema = schema;
    }

    /** The values of a record, its {@code attributes} and its id left out. */
    public Map<Field, Object> valuesOf(JsonObject record) {
        Map<Field, Object> values = new LinkedHashMap<>();
        record.forEach((name, json) -> {
            if (!name.equals("attributes") && !name.equalsIgnoreCase("Id")) {
                Field field = field(name);
                values.put(field, value(field, json));
            }
        });
        return values;
    }

    private Field field(String name) {
        return schema.find(name)
                .orElseThrow(() -> ApiError.badRequest(
                        "INVALID_FIELD", "No such column '" + name + "' on sobject of type Contact"));
    }

    private static Object value(Field field, JsonValue json) {
        if (json.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (field.type() == FieldType.BOOLEAN) {
            return bool(json);
        }
        if (field.type() == FieldType.DATETIME) {
            return dateTime(json);
        }
        if (json instanceof JsonString text) {
            return trimmed(text.getString());
        }
        throw wrongType("string", json);
    }

    /** The form in which a text is stored: without blanks around it, and null when nothing is left. */
    public static String trimmed(String text) {
        String kept = text.strip();
        return kept.isEmpty() ? null : kept;
    }

    private static Object bool(JsonValue json) {
        String text = json instanceof JsonString string ? string.getString() : json.toString();
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw wrongType("boolean", json);
    }

    private static Object dateTime(JsonValue json) {
        try {
            return OffsetDateTime.parse(json instanceof JsonString text ? text.getString() : "", DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw wrongType("datetime", json);
        }
    }

    private static ApiError wrongType(String type, JsonValue json) {
        return ApiError.badRequest(
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of " + type + " from VALUE_" + json.getValueType() + " value " + json
                        + " or request may be missing a required field");
    }
}
