package org.mobiledatasync.sync.entity;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.List;

/**
 * One value that a sync moved, or could not move.
 *
 * @param field our name of the field
 * @param side where the value changed
 * @param from the value before; null when there was none
 * @param to the value after; null when it was removed
 */
public record FieldChange(String field, Side side, String from, String to) {

    // Json.createReader and the like look the provider up anew, in every jar, at every call.
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(null);
    private static final JsonReaderFactory READERS = Json.createReaderFactory(null);

    /** As stored with an outcome; null for no changes. */
    public static String toJson(List<FieldChange> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        for (FieldChange change : changes) {
            JsonObjectBuilder object =
                    BUILDERS.createObjectBuilder().add("field", change.field).add("side", change.side.name());
            if (change.from != null) {
                object.add("from", change.from);
            }
            if (change.to != null) {
                object.add("to", change.to);
            }
            array.add(object);
        }
        return array.build().toString();
    }

    /** What {@link #toJson} stored; empty for null. */
    public static List<FieldChange> fromJson(String json) {
        if (json == null) {
            return List.of();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(object -> new FieldChange(
                            object.getString("field"),
                            Side.valueOf(object.getString("side")),
                            object.getString("from", null),
                            object.getString("to", null)))
                    .toList();
        }
    }
}
