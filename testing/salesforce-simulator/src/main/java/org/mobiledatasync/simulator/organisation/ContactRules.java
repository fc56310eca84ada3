package org.mobiledatasync.simulator.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the organisation demands of a record that is written through its API. */
final class ContactRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>.]+(\\.[^@\\s,;<>.]+)+");

    private final ContactSchema schema;
    private final Settings settings;

    ContactRules(ContactSchema schema, Settings settings) {
        this.schema = schema;
        this.settings = settings;
    }

    List<RowError> creating(Map<Field, Object> values) {
        List<RowError> errors = new ArrayList<>();
        readOnly(values, schema.fields().stream().filter(field -> !field.createable()), errors);
        missing(
                schema.fields().stream().filter(ContactRules::isDemanded).filter(field -> values.get(field) == null),
                errors);
        values.forEach((field, value) -> check(field, value, errors));
        return errors;
    }

    List<RowError> updating(Map<Field, Object> changes) {
        List<RowError> errors = new ArrayList<>();
        readOnly(changes, schema.fields().stream().filter(field -> !field.updateable()), errors);
        missing(
                changes.keySet().stream().filter(ContactRules::isDemanded).filter(field -> changes.get(field) == null),
                errors);
        changes.forEach((field, value) -> check(field, value, errors));
        return errors;
    }

    private static boolean isDemanded(Field field) {
        return !field.nillable() && field.type() != FieldType.BOOLEAN && field.createable();
    }

    private static void readOnly(Map<Field, Object> values, Stream<Field> fixed, List<RowError> errors) {
        List<String> names = fixed.filter(values::containsKey).map(Field::name).toList();
        if (!names.isEmpty()) {
            errors.add(new RowError(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", names)
                            + ". Please check the security settings of this field and verify that it is"
                            + " read/write for your profile or permission set.",
                    names,
                    List.of()));
        }
    }

    private static void missing(Stream<Field> demanded, List<RowError> errors) {
        List<String> names = demanded.map(Field::name).toList();
        if (!names.isEmpty()) {
            String message = "Required fields are missing: [" + String.join(", ", names) + "]";
            errors.add(new RowError("REQUIRED_FIELD_MISSING", message, names, List.of()));
        }
    }

    private void check(Field field, Object value, List<RowError> errors) {
        if (field.type() == FieldType.BOOLEAN && value == null) {
            errors.add(RowError.of(
                    "INVALID_TYPE_ON_FIELD_IN_RECORD",
                    field.label() + ": value not of required type: null",
                    field.name()));
        }
        if (value instanceof String text && field.updateable()) {
            checkText(field, text, errors);
        }
    }

    private void checkText(Field field, String text, List<RowError> errors) {
        if (text.length() > field.length()) {
            errors.add(RowError.of(
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: " + text + " (max length=" + field.length() + ")",
                    field.name()));
        } else if (field.type() == FieldType.EMAIL && !EMAIL.matcher(text).matches()) {
            errors.add(RowError.of(
                    "INVALID_EMAIL_ADDRESS", field.label() + ": invalid email address: " + text, field.name()));
        } else if (field.type() == FieldType.REFERENCE
                && SalesforceId.canonical(text).isEmpty()) {
            errors.add(
                    RowError.of("MALFORMED_ID", field.label() + ": id value of incorrect type: " + text, field.name()));
        } else if (field.position() == ContactSchema.LEAD_SOURCE
                && !settings.leadSources().isEmpty()
                && !settings.leadSources().contains(text)) {
            errors.add(RowError.of(
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field.label() + ": bad value for restricted picklist field: " + text,
                    field.name()));
        }
    }
}
