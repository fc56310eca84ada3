package org.mobiledatasync.intake.entity;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Stores a list of texts as a JSON array, so that every character comes back as it was. */
@Converter
public class TextListConverter implements AttributeConverter<List<String>, String> {
    // Json.createReader and the like look the provider up anew, in every jar, at every call.
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(null);
    private static final JsonReaderFactory READERS = Json.createReaderFactory(null);

    @Override
    public String convertToDatabaseColumn(List<String> texts) {
        return texts == null ? null : BUILDERS.createArrayBuilder(texts).build().toString();
    }

    @Override
    public List<String> convertToEntityAttribute(String json) {
        if (json == null) {
            return new ArrayList<>();
        }
        try (var reader = READERS.createReader(new StringReader(json))) {
            return new ArrayList<>(reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList());
        }
    }
}
