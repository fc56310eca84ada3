package org.mobiledatasync.integration.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;

class MappingCheckTest {
    private static final FieldMapping PHONE = mapping(FieldMapping.PHONE, "MobilePhone", "Mobile");
    private static final FieldMapping OPT_IN = mapping(FieldMapping.OPT_IN, "Mobile_Subscriber__c", "Opt In");
    private static final FieldMapping EMAIL = mapping("profile_email", "Email", "Email");

    private static FieldMapping mapping(String field, String apiName, String heading) {
        return new FieldMapping(1L, field, apiName, heading);
    }

    private static List<String> problems(FieldMapping... more) {
        List<FieldMapping> mappings = new ArrayList<>(List.of(PHONE, OPT_IN, EMAIL));
        mappings.addAll(List.of(more));
        return problems(mappings);
    }

    private static List<String> problems(List<FieldMapping> mappings) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> MappingCheck.check(mappings));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::field).toList();
    }

    @Test
    @DisplayName("S11 what a new integration begins with is well")
    void defaults() {
        Integration integration = new Integration("Acme", OffsetDateTime.parse("2026-11-24T00:00Z"));
        integration.getContactDefaults().setMobileOptInField("Mobile_Subscriber_c");

        assertThat(problems(DefaultMappings.of(integration))).isEmpty();
    }

    @Test
    @DisplayName("S11 custom fields, and fields that go one way only, may be mapped")
    void custom() {
        assertThat(problems(
                        mapping("shoe_size", "Shoe_Size__c", "Shoe Size"),
                        mapping("address_street_2", "", ""),
                        mapping("state", null, "State"),
                        mapping("address_city", "MailingCity", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"phone_number", "opt_in_status", "profile_email"})
    @DisplayName("S13 phone, opt-in and e-mail each need an API field name")
    void vital(String field) {
        List<FieldMapping> without = new ArrayList<>(List.of(PHONE, OPT_IN, EMAIL));
        without.removeIf(mapping -> mapping.getField().equals(field));
        assertThat(problems(without)).containsExactly(field + ".apiFieldName");

        without.add(mapping(field, " ", "Heading"));
        assertThat(problems(without)).containsExactly(field + ".apiFieldName");
    }

    @ParameterizedTest
    @CsvSource({"phone_number, false", "opt_in_status, false", "constituent_id, false", "profile_email, false"})
    @DisplayName("S12 Required can't be ticked for phone, e-mail, opt-in and Constituent ID")
    void neverRequired(String field, boolean may) {
        assertThat(MappingCheck.mayBeRequired(field)).isEqualTo(may);
    }

    @Test
    @DisplayName("S12 for any other field it can")
    void required() {
        FieldMapping lastName = mapping("profile_last_name", "LastName", "Last Name");
        lastName.setRequired(true);
        assertThat(problems(lastName)).isEmpty();

        FieldMapping id = mapping(FieldMapping.CONSTITUENT_ID, "Id", "Contact ID");
        id.setRequired(true);
        assertThat(problems(id)).containsExactly("constituent_id.required");
    }

    @Test
    @DisplayName("S11 no field, API field name or heading is mapped twice; API names count without case")
    void twice() {
        assertThat(problems(mapping("profile_email", "Other__c", "Other"))).containsExactly("profile_email");
        assertThat(problems(mapping("state", "MOBILEPHONE", "State"))).containsExactly("state.apiFieldName");
        assertThat(problems(mapping("state", "MailingState", " Mobile "))).containsExactly("state.csvHeading");
    }

    @Test
    @DisplayName("names that can't be names are refused: they go into queries")
    void names() {
        assertThat(problems(mapping("no name", "MailingState", "State"))).containsExactly("field");
        assertThat(problems(mapping("state", "Mailing State", "State"))).containsExactly("state.apiFieldName");
        assertThat(problems(mapping("state", "Id FROM Contact", "State"))).containsExactly("state.apiFieldName");
    }
}
