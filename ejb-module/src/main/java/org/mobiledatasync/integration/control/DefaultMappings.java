package org.mobiledatasync.integration.control;

import java.util.List;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.Integration;

/**
 * The field mappings that a new integration begins with: our names as CSV headings, as the guide's table has them (S11),
 * and Salesforce's standard API names.
 */
public final class DefaultMappings {
    /** Field, API name and CSV heading, in the order of the guide. The second street line has no field in Salesforce. */
    private static final List<String[]> TABLE = List.of(
            new String[] {FieldMapping.OPT_IN, "", "opt_in_status"},
            new String[] {FieldMapping.PHONE, "MobilePhone", "phone_number"},
            new String[] {"profile_first_name", "FirstName", "profile_first_name"},
            new String[] {"profile_last_name", "LastName", "profile_last_name"},
            new String[] {"profile_email", "Email", "profile_email"},
            new String[] {"address_street_1", "MailingStreet", "address_street_1"},
            new String[] {"address_street_2", "", ""},
            new String[] {"address_city", "MailingCity", "address_city"},
            new String[] {"state", "MailingState", "state"},
            new String[] {"address_postal_code", "MailingPostalCode", "address_postal_code"},
            new String[] {"address_country", "MailingCountry", "address_country"},
            new String[] {FieldMapping.CONSTITUENT_ID, "Id", "Contact ID"});

    private DefaultMappings() {}

    public static List<FieldMapping> of(Integration integration) {
        return TABLE.stream()
                .map(row -> new FieldMapping(
                        integration.getId(),
                        row[0],
                        FieldMapping.OPT_IN.equals(row[0])
                                ? integration.getContactDefaults().getMobileOptInField()
                                : row[1],
                        row[2]))
                .toList();
    }
}
