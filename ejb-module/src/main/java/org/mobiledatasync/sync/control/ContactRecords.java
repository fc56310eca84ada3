package org.mobiledatasync.sync.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.salesforce.control.SalesforceId;
import org.mobiledatasync.sync.control.ContactRecord.Fault;

/** Makes {@link ContactRecord}s of what Salesforce gives: rows of the export, or objects of the API. */
final class ContactRecords {
    private static final int LONGEST_SHOWN = 100;

    private final ExportLayout layout;
    private final String region;

    /** @param region the country of numbers without a country code (R1.1) */
    ContactRecords(ExportLayout layout, String region) {
        this.layout = layout;
        this.region = region;
    }

    /** Whether it has the shape of the lines after the table (R9.1); {@link ExportIndex} knows where the table ends. */
    boolean looksLikeFooter(ExportRow row) {
        return !row.isBroken() && row.cells().size() != layout.width() && contactId(row) == null;
    }

    /** The Contact id of a row in 18 characters; null when it has none. */
    String contactId(ExportRow row) {
        return row.isBroken()
                ? null
                : SalesforceId.ofContact(cell(row, layout.contactId())).orElse(null);
    }

    /** The mobile number of a row in E.164; null when it has none. */
    String phone(ExportRow row) {
        return isReadable(row)
                ? MobileNumbers.toE164(cell(row, layout.phone()), region).orElse(null)
                : null;
    }

    /** The record of one row, or of several rows of one contact, which fold when they agree (R1.7). */
    ContactRecord of(List<ExportRow> rows) {
        return of(rows, phone(rows.get(0)));
    }

    /** @param phone the number of the first row, known already: reading numbers is most of the work */
    ContactRecord of(List<ExportRow> rows, String phone) {
        ExportRow first = rows.get(0);
        if (!rows.stream().allMatch(this::isReadable)) {
            return faulty(first, phone, Fault.UNREADABLE, optIn(rows));
        }
        if (rows.stream().skip(1).anyMatch(row -> !agree(first, row))) {
            return faulty(first, phone, Fault.CONTRADICTING, optIn(rows));
        }
        Map<String, String> values = new TreeMap<>();
        layout.fields().forEach((field, position) -> {
            String value = cell(first, position);
            if (!value.isEmpty()) {
                values.put(field, value);
            }
        });
        return record(first, phone, optIn(first), values, ruleValues(rows), rest(rows), null);
    }

    private ContactRecord faulty(ExportRow row, String phone, Fault fault, OptInValue optIn) {
        return record(row, phone, optIn, Map.of(), List.of(), null, fault);
    }

    /** What rows that are otherwise unfit say together of the opt-in: only where every cell is in its place (R4). */
    private OptInValue optIn(List<ExportRow> rows) {
        boolean inPlace = rows.stream().allMatch(this::isWhole);
        boolean one = rows.stream().map(this::optIn).distinct().count() == 1;
        return inPlace && one ? optIn(rows.get(0)) : OptInValue.UNREADABLE;
    }

    private OptInValue optIn(ExportRow row) {
        return OptInValue.of(cell(row, layout.optIn()));
    }

    private ContactRecord record(
            ExportRow row,
            String phone,
            OptInValue optIn,
            Map<String, String> values,
            List<Map<String, String>> ruleValues,
            String rest,
            Fault fault) {
        String typedPhone = cell(row, layout.phone());
        return new ContactRecord(
                contactId(row),
                shown(cell(row, layout.contactId())),
                shown(typedPhone),
                phone,
                optIn,
                shown(cell(row, layout.optIn())),
                values,
                ruleValues,
                rest,
                fault);
    }

    private boolean agree(ExportRow one, ExportRow other) {
        return cell(one, layout.phone()).equals(cell(other, layout.phone()))
                && optIn(one) == optIn(other)
                && layout.fields().values().stream()
                        .allMatch(position -> cell(one, position).equals(cell(other, position)));
    }

    private List<Map<String, String>> ruleValues(List<ExportRow> rows) {
        if (layout.ruleColumns().isEmpty()) {
            return List.of();
        }
        List<Map<String, String>> all = new ArrayList<>();
        for (ExportRow row : rows) {
            Map<String, String> values = new HashMap<>();
            layout.ruleColumns().forEach((heading, position) -> values.put(heading, cell(row, position)));
            all.add(values);
        }
        return all;
    }

    private String rest(List<ExportRow> rows) {
        // In an order of their own: the rows of one contact come in any.
        TreeSet<String> digests = new TreeSet<>();
        for (ExportRow row : rows) {
            RowMark mark = new RowMark();
            for (int position = 0; position < layout.width(); position++) {
                if (layout.isUnused(position)) {
                    mark.add(row.cells().get(position));
                }
            }
            digests.add(mark.hex());
        }
        return String.join("", digests).length() <= LONGEST_SHOWN
                ? String.join("", digests)
                : new RowMark().add(String.join("", digests)).hex();
    }

    /** Whether the row has the columns of the table and only characters that a text can have. */
    private boolean isReadable(ExportRow row) {
        return isWhole(row)
                && row.cells().stream().noneMatch(cell -> cell.indexOf('\0') >= 0 || cell.indexOf('\uFFFD') >= 0);
    }

    private boolean isWhole(ExportRow row) {
        return !row.isBroken() && row.cells().size() == layout.width();
    }

    private static String cell(ExportRow row, int position) {
        return row.isBroken() || position >= row.cells().size()
                ? ""
                : row.cells().get(position).trim();
    }

    private static String shown(String text) {
        String clean = text.replace("\0", "");
        return clean.length() <= LONGEST_SHOWN ? clean : clean.substring(0, LONGEST_SHOWN) + "...";
    }

    /** The record of a contact read through the API; its mark stays unknown. */
    static ContactRecord of(JsonObject contact, Collection<FieldMapping> mappings, String region) {
        Map<String, String> values = new TreeMap<>();
        String phone = "";
        String optIn = "";
        for (FieldMapping mapping : mappings) {
            if (mapping.getApiFieldName() == null || mapping.getApiFieldName().isBlank()) {
                continue;
            }
            String value = text(contact, mapping.getApiFieldName().trim());
            if (FieldMapping.PHONE.equals(mapping.getField())) {
                phone = value;
            } else if (FieldMapping.OPT_IN.equals(mapping.getField())) {
                optIn = value;
            } else if (mapping.isMerged() && !value.isEmpty()) {
                values.put(mapping.getField(), value);
            }
        }
        String id = contact.getString("Id");
        return new ContactRecord(
                SalesforceId.ofContact(id).orElse(null),
                id,
                phone,
                MobileNumbers.toE164(phone, region).orElse(null),
                OptInValue.of(optIn),
                optIn,
                values,
                List.of(),
                null,
                null);
    }

    /**
     * The value of a field, trimmed; empty when there is none. Salesforce answers with names as it writes them, however
     * they were asked for.
     */
    static String text(JsonObject contact, String apiName) {
        return contact.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(apiName))
                .map(field -> text(field.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String text(JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return "";
        }
        return value instanceof JsonString string ? string.getString().trim() : value.toString();
    }
}
