package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.sync.control.ConnectionChecks.Check;

class FieldChecksTest {
    private static final JsonObject OPT_IN =
            field("Mobile_Subscriber__c", "boolean", 0).build();
    private static final JsonObject PHONE = field("MobilePhone", "phone", 40).build();

    private static JsonObjectBuilder field(String name, String type, int length) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("type", type)
                .add("length", length)
                .add("updateable", true);
    }

    private static List<Check> check(String optInField, FieldMapping more, JsonObject... described) {
        List<FieldMapping> mappings = new ArrayList<>();
        mappings.add(new FieldMapping(1L, FieldMapping.PHONE, "MobilePhone", "Mobile"));
        mappings.add(new FieldMapping(1L, FieldMapping.OPT_IN, optInField, "Opt In"));
        mappings.add(more);
        SyncPlan plan = new SyncPlan(
                1L,
                null,
                SyncType.CONSERVATIVE,
                "US",
                null,
                mappings,
                optInField,
                Map.of(),
                null,
                null,
                List.of(),
                List.of());
        List<JsonObject> fields = new ArrayList<>(List.of(OPT_IN, PHONE));
        fields.addAll(List.of(described));
        return FieldChecks.of(plan, new ContactFields(fields));
    }

    private static Check last(FieldMapping more, JsonObject... described) {
        List<Check> checks = check("Mobile_Subscriber__c", more, described);
        return checks.get(checks.size() - 1);
    }

    private static FieldMapping lastName(String apiName) {
        return new FieldMapping(1L, "profile_last_name", apiName, "Last Name");
    }

    @Test
    @DisplayName("S13 the opt-in field comes first, then one check per mapped field with its length")
    void good() {
        List<Check> checks = check(
                "Mobile_Subscriber__c",
                lastName("LastName"),
                field("LastName", "string", 80).build());

        assertThat(checks)
                .extracting(Check::name)
                .containsExactly("Mobile opt-in field", "Field phone_number", "Field profile_last_name");
        assertThat(checks).allMatch(Check::ok);
        assertThat(checks.get(2).message()).contains("up to 80 characters");
        assertThat(checks.get(1).message()).contains("up to 40 characters");
    }

    @Test
    @DisplayName("S13 a name that Salesforce does not have is refused, with the one that was probably meant")
    void unknown() {
        assertThat(check("Mobile_Subscriber_c", lastName("")).get(0).message())
                .contains("no field Mobile_Subscriber_c")
                .contains("Did you mean Mobile_Subscriber__c?");
        assertThat(last(lastName("Lastname_"), field("LastName", "string", 80).build()))
                .satisfies(check -> assertThat(check.ok()).isFalse())
                .satisfies(check -> assertThat(check.message()).contains("Did you mean LastName?"));
    }

    @Test
    @DisplayName("S13 a field that the user may not write, or that is no text, is refused")
    void unfit() {
        assertThat(last(
                                lastName("LastName"),
                                field("LastName", "string", 80)
                                        .add("updateable", false)
                                        .build())
                        .message())
                .contains("may not write");
        assertThat(last(lastName("Age__c"), field("Age__c", "double", 0).build())
                        .message())
                .contains("not a text in Salesforce but a double");
        assertThat(last(lastName("LastName"), field("LastName", "string", 80).build())
                        .ok())
                .isTrue();
    }
}
