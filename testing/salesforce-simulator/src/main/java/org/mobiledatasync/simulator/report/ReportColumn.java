package org.mobiledatasync.simulator.report;

import java.util.List;
import java.util.Optional;
import org.mobiledatasync.simulator.organisation.Contact;
import org.mobiledatasync.simulator.organisation.ContactSchema;
import org.mobiledatasync.simulator.organisation.Field;
import org.mobiledatasync.simulator.organisation.FieldType;
import org.mobiledatasync.simulator.organisation.SalesforceId;
import org.mobiledatasync.simulator.rest.RecordJson;

/**
 * A column of the report.
 *
 * @param field what it shows of a contact; empty for a column that only a loaded file has
 */
record ReportColumn(String heading, Optional<Field> field) {

    private static final List<String> USUAL = List.of(
            "Contact ID",
            "First Name",
            "Last Name",
            "Email",
            "Mobile",
            "Mobile Subscriber",
            "Mailing Street",
            "Mailing City",
            "Mailing State/Province",
            "Mailing Zip/Postal Code",
            "Mailing Country",
            "Group");

    static List<ReportColumn> usual(ContactSchema schema) {
        return headed(USUAL, schema);
    }

    static List<ReportColumn> headed(List<String> headings, ContactSchema schema) {
        return headings.stream()
                .map(heading -> new ReportColumn(heading, schema.labelled(heading)))
                .toList();
    }

    /** The cell as a classic report prints it: ids of 15 characters, 1 and 0 for a checkbox. */
    String cell(Contact contact) {
        if (field.isEmpty()) {
            return "";
        }
        Object value = contact.value(field.get());
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean checked) {
            return checked ? "1" : "0";
        }
        return field.get().type() == FieldType.ID ? SalesforceId.shortened(contact.id()) : RecordJson.text(value);
    }
}
