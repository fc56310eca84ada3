package org.mobiledatasync.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.List;

/** The field mappings that fit the report of the simulated organisation. */
public final class ReportMappings {

    /** Field, API name and CSV heading, in the order of the report. */
    private static final List<String[]> MAPPINGS = List.of(
            new String[] {"opt_in_status", "Mobile_Subscriber__c", "Mobile Subscriber"},
            new String[] {"phone_number", "MobilePhone", "Mobile"},
            new String[] {"profile_first_name", "FirstName", "First Name"},
            new String[] {"profile_last_name", "LastName", "Last Name"},
            new String[] {"profile_email", "Email", "Email"},
            new String[] {"address_street_1", "MailingStreet", "Mailing Street"},
            new String[] {"address_city", "MailingCity", "Mailing City"},
            new String[] {"state", "MailingState", "Mailing State/Province"},
            new String[] {"address_postal_code", "MailingPostalCode", "Mailing Zip/Postal Code"},
            new String[] {"address_country", "MailingCountry", "Mailing Country"},
            new String[] {"constituent_id", "Id", "Contact ID"});

    private ReportMappings() {}

    /** As the JSON API takes them. */
    public static JsonArray document() {
        JsonArrayBuilder mappings = Json.createArrayBuilder();
        MAPPINGS.forEach(row -> mappings.add(Json.createObjectBuilder()
                .add("field", row[0])
                .add("apiFieldName", row[1])
                .add("csvHeading", row[2])));
        return mappings.build();
    }
}
