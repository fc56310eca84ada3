package org.mobiledatasync.platform.entity;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps a map of texts in one text column, as a JSON object with its keys in alphabetical order, so that equal maps are
 * equal texts.
 *
 * <p>An empty map and {@code null} are both stored as NULL and read back as an empty map. Entries whose value is
 * {@code null} are left out. Change such an attribute by setting a new map, not by changing the map in place.
 */
@Converter
public class StringMapConverter implements AttributeConverter<Map<String, String>, String> {
    // Json.createReader and the like look the provider up anew, in every jar, at every call.
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(null);
    private static final JsonReaderFactory READERS = Json.createReaderFactory(null);

    @Override
    public String convertToDatabaseColumn(Map<String, String> attribute) {
        if (attribute == null || attribute.isEmpty()) {
            return null;
        }
        var json = BUILDERS.createObjectBuilder();
        new TreeMap<>(attribute).forEach((key, value) -> {
            if (value != null) {
                json.add(key, value);
            }
        });
        return json.build().toString();
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        var map = new LinkedHashMap<String, String>();
        if (column != null && !column.isBlank()) {
            try (var reader = READERS.createReader(new StringReader(column))) {
                reader.readObject().forEach((key, value) -> map.put(key, ((JsonString) value).getString()));
            }
        }
        return map;
    }
}
