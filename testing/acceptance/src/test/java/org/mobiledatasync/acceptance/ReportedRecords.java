package org.mobiledatasync.acceptance;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The records of a run as lines that a test can hold against what must come of each person. */
final class ReportedRecords {
    private final Map<String, String> nameByContact = new HashMap<>();

    /** Makes a contact known by its person's name, whatever its names are in the report. */
    void know(String contactId, String person) {
        nameByContact.put(contactId, person);
    }

    /** Whose contact it is. */
    String name(String contactId) {
        return nameByContact.get(contactId);
    }

    /**
     * {@code person | class | reason | message | changes}, ids and numbers by a word, columns without padding, sorted. A
     * change is {@code SIDE field from>to}; a record without changes has no such column.
     */
    List<String> lines(List<JsonObject> records) {
        return records.stream().map(this::line).sorted().toList();
    }

    private String line(JsonObject record) {
        List<String> columns = new ArrayList<>(List.of(
                person(record), record.getString("outcome"), record.getString("reason"), record.getString("message")));
        String changes = record.getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                .map(change -> change.getString("side") + " " + change.getString("field") + " "
                        + change.getString("from", "") + ">" + change.getString("to", ""))
                .collect(Collectors.joining(", "));
        if (!changes.isEmpty()) {
            columns.add(changes);
        }
        return String.join(" | ", columns)
                .replaceAll("\\b003[A-Za-z0-9]{15}\\b", "(id)")
                .replaceAll("\\+1\\d{10}\\b", "(number)")
                .strip();
    }

    private String person(JsonObject record) {
        String contact = record.getString("constituentId", "");
        String typed = record.getString("lastName", contact);
        return nameByContact.getOrDefault(contact, typed.isEmpty() ? "-" : typed);
    }

    /** The lines of a table that a test is written with: padding of the columns does not count. */
    static List<String> table(String table) {
        return table.lines()
                .map(line -> line.replaceAll(" +\\| *", " | ").strip())
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }
}
