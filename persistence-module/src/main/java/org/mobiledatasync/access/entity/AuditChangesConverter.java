package org.mobiledatasync.access.entity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;

/** Keeps the changes of an entry in one text column, as a JSON array of {@code {field, from, to}}. */
@Converter
public class AuditChangesConverter implements AttributeConverter<List<AuditChange>, String> {

    @Override
    public String convertToDatabaseColumn(List<AuditChange> changes) {
        if (changes == null || changes.isEmpty()) {
            return null;
        }
        var array = Json.createArrayBuilder();
        changes.forEach(change -> array.add(Json.createObjectBuilder()
                .add("field", change.field())
                .add("from", change.from())
                .add("to", change.to())));
        return array.build().toString();
    }

    @Override
    public List<AuditChange> convertToEntityAttribute(String column) {
        if (column == null) {
            return List.of();
        }
        try (var reader = Json.createReader(new StringReader(column))) {
            return reader.readArray().getValuesAs(AuditChangesConverter::change);
        }
    }

    private static AuditChange change(JsonObject json) {
        return new AuditChange(json.getString("field"), json.getString("from"), json.getString("to"));
    }
}
