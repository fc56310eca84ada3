package org.mobiledatasync.acceptance;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of an export, line by line, for the cases in which it is spoiled on the way. */
final class ExportText {
    /** Heading and API name, as the simulator's report has them. */
    private static final Map<String, String> COLUMNS = columns();

    private ExportText() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("Contact ID", "Id");
        columns.put("First Name", "FirstName");
        columns.put("Last Name", "LastName");
        columns.put("Email", "Email");
        columns.put("Mobile", "MobilePhone");
        columns.put("Mobile Subscriber", "Mobile_Subscriber__c");
        columns.put("Mailing Street", "MailingStreet");
        columns.put("Mailing City", "MailingCity");
        columns.put("Mailing State/Province", "MailingState");
        columns.put("Mailing Zip/Postal Code", "MailingPostalCode");
        columns.put("Mailing Country", "MailingCountry");
        columns.put("Group", "Group__c");
        return columns;
    }

    static String header() {
        return line(COLUMNS.keySet());
    }

    /** The row of a contact as the report has it: an id of 15 characters, 1 and 0 for the checkbox. */
    static Map<String, String> row(JsonObject contact) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach((heading, field) -> cells.put(heading, cell(contact, field)));
        cells.compute("Contact ID", (heading, id) -> id.substring(0, 15));
        return cells;
    }

    private static String cell(JsonObject contact, String field) {
        JsonValue value = contact.getOrDefault(field, JsonValue.NULL);
        return switch (value.getValueType()) {
            case NULL -> "";
            case TRUE -> "1";
            case FALSE -> "0";
            default -> contact.getString(field);
        };
    }

    /** The row with another value under a heading. */
    static Map<String, String> with(Map<String, String> row, String heading, String value) {
        if (!row.containsKey(heading)) {
            throw new IllegalArgumentException("The report has no column " + heading);
        }
        Map<String, String> changed = new LinkedHashMap<>(row);
        changed.put(heading, value);
        return changed;
    }

    static String line(Map<String, String> row) {
        return line(row.values());
    }

    private static String line(Collection<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    static String file(String... lines) {
        return String.join("\n", List.of(lines)) + "\n";
    }
}
