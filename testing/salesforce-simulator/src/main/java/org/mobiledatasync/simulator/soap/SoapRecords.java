package org.mobiledatasync.simulator.soap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.simulator.call.WriteBatch;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.FieldType;
import org.mobiledatasync.simulator.rest.RecordInput;
import org.w3c.dom.Element;

/** Makes rows of a {@link WriteBatch} from the {@code sObjects} and {@code ids} of a SOAP call. */
final class SoapRecords {

    private final ContactSchema schema;

    SoapRecords(ContactSchema schema) {
        this.schema = schema;
    }

    List<WriteBatch.Row> creates(Element operation) {
        return SoapMessage.children(operation, "sObjects").stream()
                .map(this::values)
                .map(values -> new WriteBatch.Row(Optional.empty(), writes -> writes.create(values, false)))
                .toList();
    }

    List<WriteBatch.Row> updates(Element operation) {
        return SoapMessage.children(operation, "sObjects").stream()
                .map(record -> {
                    String id = SoapMessage.text(record, "Id");
                    Map<Field, Object> changes = values(record);
                    return new WriteBatch.Row(Optional.of(id), writes -> writes.update(id, changes));
                })
                .toList();
    }

    List<WriteBatch.Row> deletes(Element operation) {
        return SoapMessage.children(operation, "ids").stream()
                .map(Element::getTextContent)
                .map(id -> new WriteBatch.Row(Optional.of(id), writes -> writes.delete(id)))
                .toList();
    }

    private Map<Field, Object> values(Element record) {
        if (!SoapMessage.text(record, "type").equalsIgnoreCase("Contact")) {
            throw new ApiError(500, "INVALID_TYPE", "sObject type is missing or is not supported");
        }
        Map<Field, Object> values = new LinkedHashMap<>();
        for (Element element : SoapMessage.children(record)) {
            switch (element.getLocalName()) {
                case "type", "Id" -> {}
                case "fieldsToNull" -> values.put(field(element.getTextContent()), null);
                default -> {
                    Field field = field(element.getLocalName());
                    values.put(field, value(field, element.getTextContent()));
                }
            }
        }
        return values;
    }

    private Field field(String name) {
        return schema.find(name)
                .orElseThrow(
                        () -> new ApiError(500, "INVALID_FIELD", "No such column '" + name + "' on entity 'Contact'"));
    }

    private static Object value(Field field, String text) {
        return field.type() == FieldType.BOOLEAN ? text.equals("true") || text.equals("1") : RecordInput.trimmed(text);
    }
}
