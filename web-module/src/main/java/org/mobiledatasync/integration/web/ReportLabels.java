package org.mobiledatasync.integration.web;

import static java.util.Map.entry;

import java.util.Map;
import org.mobiledatasync.integration.entity.FieldMapping;

/** The headings that a report of contacts has by itself: Salesforce's labels of the standard fields. */
final class ReportLabels {
    private static final Map<String, String> LABELS = Map.ofEntries(
            entry(FieldMapping.PHONE, "Mobile"),
            entry("profile_first_name", "First Name"),
            entry("profile_last_name", "Last Name"),
            entry("profile_email", "Email"),
            entry("address_street_1", "Mailing Street"),
            entry("address_city", "Mailing City"),
            entry("state", "Mailing State/Province"),
            entry("address_postal_code", "Mailing Zip/Postal Code"),
            entry("address_country", "Mailing Country"),
            entry(FieldMapping.CONSTITUENT_ID, "Contact ID"));

    private ReportLabels() {}

    /** Fills the heading in where it is known. The opt-in field's label is the one that Salesforce proposes for its name. */
    static void fillIn(MappingRow row) {
        if (FieldMapping.OPT_IN.equals(row.getField()) && row.getApiFieldName() != null) {
            row.setCsvHeading(
                    row.getApiFieldName().strip().replaceFirst("_+c$", "").replace('_', ' '));
        } else if (LABELS.containsKey(row.getField())) {
            row.setCsvHeading(LABELS.get(row.getField()));
        }
    }
}
