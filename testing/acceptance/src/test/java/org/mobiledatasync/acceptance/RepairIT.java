package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.demo.ReportMappings;

/** What a run left to a person is decided by one, and the next run carries it out. */
class RepairIT extends InstalledTest {
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger(100);

    @BeforeEach
    void nothingLeftOver() {
        organisation.empty();
        push();
        organisation.forgetCalls();
    }

    @Test
    @DisplayName("R3.6 nothing moves until every field is chosen for; then our value and theirs go as chosen")
    void conflictIsSettled() {
        String phone = number();
        String contact = organisation.add("Base", phone, null, true);
        organisation.edit(contact, "MailingCity", Json.createValue("Rome"));
        nightly();
        JsonObject profile = admin.profile(phone);
        organisation.edit(contact, "LastName", Json.createValue("Theirs"));
        organisation.edit(contact, "MailingCity", Json.createValue("Oslo"));
        edit(profile, "Ours", "Paris");
        assertThat(outcomes(nightly())).containsEntry("FIELD_CONFLICT", 1);

        JsonObject city = field(profile, "address_city");
        assertThat(List.of(city.getString("base"), city.getString("mobile"), city.getString("salesforce")))
                .containsExactly("Rome", "Paris", "Oslo");
        choose(profile, choice(profile, "profile_last_name", "MOBILE"));
        assertThat(outcomes(nightly())).containsEntry("FIELD_CONFLICT", 1);
        assertThat(field(profile, "profile_last_name").getString("choice")).isEqualTo("MOBILE");
        assertThat(field(profile, "profile_last_name").getString("chosenBy")).isEqualTo("admin");
        assertThat(organisation.contact(contact).getString("LastName")).isEqualTo("Theirs");

        choose(profile, choice(profile, "address_city", "SALESFORCE"));
        JsonObject run = nightly();

        assertThat(outcomes(run)).isEqualTo(Map.of("PROFILE_AND_CONTACT_UPDATED", 1));
        assertThat(admin.reasons(run, "PROFILE_AND_CONTACT_UPDATED", "CHOSEN")).isEqualTo(1);
        assertThat(organisation.contact(contact).getString("LastName")).isEqualTo("Ours");
        assertThat(organisation.contact(contact).getString("MailingCity")).isEqualTo("Oslo");
        assertThat(reload(profile).getJsonObject("address").getString("city")).isEqualTo("Oslo");
        assertThat(admin.total(conflicts())).isZero();
        assertThat(outcomes(nightly())).isEqualTo(Map.of("NO_NEW_CHANGES", 1));
    }

    @Test
    @DisplayName("R3.6 a choice for values that changed meanwhile is none: nothing is overwritten, it is asked again")
    void staleChoice() {
        String phone = number();
        String contact = organisation.add("Base", phone, null, true);
        nightly();
        JsonObject profile = admin.profile(phone);
        organisation.edit(contact, "LastName", Json.createValue("Theirs"));
        edit(profile, "Ours", null);
        nightly();
        JsonObject seen = choice(profile, "profile_last_name", "MOBILE");
        choose(profile, seen);
        organisation.edit(contact, "LastName", Json.createValue("Newer"));

        assertThat(outcomes(nightly())).isEqualTo(Map.of("FIELD_CONFLICT", 1));

        assertThat(organisation.contact(contact).getString("LastName")).isEqualTo("Newer");
        JsonObject asked = field(profile, "profile_last_name");
        assertThat(asked.containsKey("choice")).isFalse();
        assertThat(asked.getString("salesforce")).isEqualTo("Newer");
        assertThat(admin.api.send("PUT", conflict(profile), choices(seen)).status())
                .isEqualTo(409);
        assertThat(admin.api
                        .send(
                                "PUT",
                                conflict(profile),
                                choices(json().add("field", "profile_email")
                                        .add("choice", "MOBILE")
                                        .add("version", 1)
                                        .build()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("R3.6 a choice is carried out too for a contact that is not in the export; consent goes its own way")
    void withoutExport() {
        String phone = number();
        String contact = organisation.add("Base", phone, null, true);
        nightly();
        JsonObject profile = admin.profile(phone);
        organisation.edit(contact, "LastName", Json.createValue("Theirs"));
        organisation.edit(contact, "Mobile_Subscriber__c", JsonValue.FALSE);
        edit(profile, "Ours", null);
        admin.configure(integration, json().add("customExportUrl", ""));
        try {
            assertThat(outcomes(nightly())).isEqualTo(Map.of("OPTED_OUT_CRM", 1));
            admin.configure(integration, json().add("syncType", "LIBERAL"));
            edit(profile, "Ours too", null);
            assertThat(outcomes(nightly())).isEqualTo(Map.of("FIELD_CONFLICT", 1));
            choose(profile, choice(profile, "profile_last_name", "SALESFORCE"));

            assertThat(outcomes(nightly())).isEqualTo(Map.of("PROFILE_UPDATED", 1));
        } finally {
            admin.configure(
                    integration,
                    json().add("customExportUrl", organisation.exportUrl()).add("syncType", "CONSERVATIVE"));
        }
        assertThat(reload(profile).getString("lastName")).isEqualTo("Theirs");
        assertThat(reload(profile).getString("status")).as("R4.2").isEqualTo("OPTED_OUT");
        assertThat(admin.total(conflicts())).isZero();
    }

    @Test
    @DisplayName("R3.6 where an administrator chose beforehand who wins, there is no conflict")
    void policy() {
        String phone = number();
        String contact = organisation.add("Base", phone, null, true);
        nightly();
        JsonObject profile = admin.profile(phone);
        organisation.edit(contact, "LastName", Json.createValue("Theirs"));
        edit(profile, "Ours", null);
        assertThat(admin.api
                        .send("PUT", "/integrations/" + integration + "/mappings", mappings("SOMEBODY"))
                        .status())
                .isEqualTo(400);
        try {
            admin.api.put("/integrations/" + integration + "/mappings", mappings("MOBILE"));

            assertThat(outcomes(nightly())).isEqualTo(Map.of("CONTACT_UPDATED", 1));
        } finally {
            admin.api.put("/integrations/" + integration + "/mappings", mappings("ASK"));
        }
        assertThat(organisation.contact(contact).getString("LastName")).isEqualTo("Ours");
    }

    @Test
    @DisplayName("R4.7 the first rule that matches says through which path new people join")
    void pathRules() {
        String rules = "/integrations/" + integration + "/opt-in-path-rules";
        long nurses = admin.optInPath("Nurses");
        String phone = number();
        String other = number();
        organisation.edit(organisation.add("Nurse", phone, null, true), "MailingCity", Json.createValue("ROME"));
        organisation.add("Other", other, null, true);
        JsonObject rome = rule("Mailing City", "Rome", nurses);
        assertThat(admin.api
                        .send("PUT", rules, list(rome, rule("Mailing City", "rome", path)))
                        .status())
                .isEqualTo(422);
        admin.api.put(rules, list(rome, rule("MailingCity", "Oslo", path)));
        try {
            assertThat(outcomes(nightly())).isEqualTo(Map.of("PROFILE_CREATED", 2));
        } finally {
            admin.api.put(rules, list());
        }
        assertThat(admin.api.list(rules).asJsonArray()).isEmpty();
        assertThat(admin.api.send("PUT", rules + "?version=0", list(rome)).status())
                .as("other rules were saved since")
                .isEqualTo(409);
        assertThat(admin.api
                        .send("PUT", rules, Json.createArrayBuilder().addNull().build())
                        .status())
                .isEqualTo(400);
        assertThat(joinedThrough(phone)).isEqualTo(nurses);
        assertThat(joinedThrough(other)).isEqualTo(path);
    }

    private static JsonObject rule(String heading, String value, long optInPath) {
        return json().add("heading", heading)
                .add("value", value)
                .add("optInPathId", optInPath)
                .build();
    }

    private static JsonValue list(JsonObject... items) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        List.of(items).forEach(list::add);
        return list.build();
    }

    private static long joinedThrough(String phone) {
        return admin.profile(phone)
                .getJsonArray("subscriptions")
                .getJsonObject(0)
                .getJsonNumber("optInPathId")
                .longValue();
    }

    /** The mappings, where the last name follows a policy. */
    private static JsonValue mappings(String onConflict) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObject mapping : ReportMappings.document().getValuesAs(JsonObject.class)) {
            boolean isLastName = "profile_last_name".equals(mapping.getString("field"));
            all.add(
                    isLastName
                            ? Json.createObjectBuilder(mapping).add("onConflict", onConflict)
                            : Json.createObjectBuilder(mapping));
        }
        return all.build();
    }

    private static String number() {
        return "+1212555" + String.format("%04d", NEXT_NUMBER.getAndIncrement());
    }

    private static JsonObject nightly() {
        JsonObject run = admin.run(integration, "NIGHTLY");
        assertThat(run.getString("state")).isEqualTo("COMPLETED");
        assertThat(run.getInt("balance")).isZero();
        return run;
    }

    private static JsonObject push() {
        JsonObject run = admin.run(integration, "PUSH");
        assertThat(run.getInt("balance")).isZero();
        return run;
    }

    private static void edit(JsonObject profile, String lastName, String city) {
        JsonObject current = reload(profile);
        var edited = Json.createObjectBuilder(current).add("lastName", lastName);
        if (city != null) {
            edited.add(
                    "address",
                    Json.createObjectBuilder(current.getJsonObject("address")).add("city", city));
        }
        admin.api.put("/profiles/" + Administrator.id(profile), edited.build());
    }

    private static JsonObject reload(JsonObject profile) {
        return admin.api.get("/profiles/" + Administrator.id(profile));
    }

    private static String conflicts() {
        return "/integrations/" + integration + "/conflicts";
    }

    private static String conflict(JsonObject profile) {
        return conflicts() + "/" + Administrator.id(profile);
    }

    private static JsonObject field(JsonObject profile, String field) {
        return admin.api.get(conflict(profile)).getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("field").equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject choice(JsonObject profile, String field, String side) {
        return json().add("field", field)
                .add("choice", side)
                .add("version", field(profile, field).getInt("version"))
                .build();
    }

    private static JsonObject choices(JsonObject... choices) {
        return json().add("fields", list(choices)).build();
    }

    private static void choose(JsonObject profile, JsonObject choice) {
        admin.api.put(conflict(profile), choices(choice));
    }
}
