package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContactFieldsTest {
    private static final JsonObject GOOD = Json.createObjectBuilder()
            .add("name", "Sms_Id__c")
            .add("type", "string")
            .add("length", 80)
            .add("externalId", true)
            .add("unique", true)
            .add("createable", true)
            .build();

    private static Optional<String> problem(JsonObjectBuilder field) {
        return new ContactFields(List.of(field.build())).externalIdProblem("sms_id__C");
    }

    private static JsonObjectBuilder good() {
        return Json.createObjectBuilder(GOOD);
    }

    @Test
    @DisplayName(
            "R5.5 contacts can be made on a unique external id text that the user may write; names count without case")
    void externalId() {
        assertThat(problem(good())).isEmpty();
        assertThat(problem(good().add("name", "Other__c")))
                .hasValueSatisfying(said -> assertThat(said).contains("no field sms_id__C"));
        assertThat(problem(good().add("externalId", false)))
                .hasValueSatisfying(said -> assertThat(said).contains("External ID"));
        assertThat(problem(good().add("type", "double")))
                .hasValueSatisfying(said -> assertThat(said).contains("text of 36"));
        assertThat(problem(good().add("length", 35)))
                .hasValueSatisfying(said -> assertThat(said).contains("text of 36"));
        assertThat(problem(good().add("unique", false)))
                .hasValueSatisfying(said -> assertThat(said).contains("unique"));
        assertThat(problem(good().add("createable", false)))
                .hasValueSatisfying(said -> assertThat(said).contains("may not write"));
    }

    @Test
    @DisplayName("R5.5 an external id is the profile's own, and no other installation's")
    void values() {
        ExternalId ours = ExternalId.of("Sms_Id__c", OffsetDateTime.parse("2026-11-24T02:00:00.000001Z"));
        ExternalId theirs = ExternalId.of("Sms_Id__c", OffsetDateTime.parse("2026-11-24T02:00:00.000002Z"));

        assertThat(ours.of(7)).isEqualTo(ours.of(7)).isNotEqualTo(ours.of(8)).isNotEqualTo(theirs.of(7));
        assertThat(ExternalId.of("Sms_Id__c", OffsetDateTime.parse("2026-11-24T04:00:00.000001+02:00")))
                .as("whatever the zone that it was read in")
                .isEqualTo(ours);
        assertThat(ours.of(Long.MAX_VALUE))
                .hasSizeLessThanOrEqualTo(ExternalId.LONGEST)
                .matches("[a-z0-9-]+");
    }
}
