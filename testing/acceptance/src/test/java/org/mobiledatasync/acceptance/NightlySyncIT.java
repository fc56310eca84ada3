package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The nightly sync of a Conservative integration with the sample report. One server: first what must change nothing,
 * then the first import, then the nights after. Exports that are no good: {@link BadExportsIT}.
 */
@TestMethodOrder(OrderAnnotation.class)
class NightlySyncIT {
    /** An address at which nobody listens. */
    private static final String NOBODY = "127.0.0.1:9";

    private static Organisation organisation;
    private static Server server;
    private static Administrator admin;
    private static long integration;

    @BeforeAll
    static void start() {
        organisation = new Organisation();
        server = Server.startFresh("nightly", organisation.origin() + ",http://" + NOBODY);
        admin = new Administrator(server.api());
        integration = admin.integration(
                organisation,
                json().add("webOptInPathId", admin.optInPath("Alerts")).add("syncType", "CONSERVATIVE"));
        admin.activate(integration);
        organisation.loadReport("report-classic.csv");
    }

    @AfterAll
    static void stop() {
        server.close();
        organisation.close();
    }

    @Test
    @Order(1)
    @DisplayName("S13 a wrong password, a wrong opt-in field, an unreachable host: told in plain words, nothing done")
    void wrongConfiguration() {
        admin.configure(integration, json().add("password", "wrong"));
        JsonObject refused = admin.run(integration, "NIGHTLY");
        assertThat(refused.getString("state")).isEqualTo("FAILED");
        assertThat(refused.getString("message"))
                .contains("login, password or security token is wrong")
                .contains("INVALID_LOGIN");
        assertThat(admin.api.get("/integrations/" + integration).getString("attention"))
                .contains("password");

        admin.configure(
                integration,
                json().add("password", "simulator-password").add("mobileOptInField", "Mobile_Subscriber_c"));
        JsonObject unknown = admin.run(integration, "NIGHTLY");
        assertThat(unknown.getString("state")).isEqualTo("FAILED");
        assertThat(unknown.getString("message"))
                .contains("Mobile_Subscriber_c")
                .contains("Did you mean Mobile_Subscriber__c?");

        admin.configure(
                integration,
                json().add("mobileOptInField", "Mobile_Subscriber__c")
                        .add("apiHost", NOBODY)
                        .add("customExportUrl", organisation.exportUrl().replace(organisation.authority(), NOBODY)));
        JsonObject unreachable = admin.run(integration, "NIGHTLY");
        assertThat(unreachable.getString("state")).isEqualTo("FAILED");
        assertThat(unreachable.getString("message"))
                .contains("can't be reached")
                .contains(NOBODY);

        admin.configure(
                integration,
                json().add("apiHost", organisation.authority()).add("customExportUrl", organisation.exportUrl()));
        assertThat(admin.total("/profiles")).isZero();
        assertThat(server.log()).doesNotContain("simulator-password").doesNotContain("SIMTOKEN");
    }

    @Test
    @Order(2)
    @DisplayName("S8 S16 the first import of the sample counts exactly as its description says")
    void firstImport() {
        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(run.getString("state")).isEqualTo("COMPLETED");
        assertThat(run.getInt("seen")).isEqualTo(2000);
        assertThat(run.getInt("footerRows")).isEqualTo(5);
        assertThat(run.getInt("balance")).isZero();
        assertThat(outcomes(run))
                .isEqualTo(Map.of("PROFILE_CREATED", 821, "SKIPPED_MEMBERS", 16, "NO_IMPORT", 60 + 31 + 2 + 2 + 1068));
        assertThat(admin.reasons(run, "NO_IMPORT", "NO_PHONE")).isEqualTo(60);
        assertThat(admin.reasons(run, "NO_IMPORT", "NOT_A_MOBILE_NUMBER")).isEqualTo(31);
        assertThat(admin.reasons(run, "NO_IMPORT", "OPT_IN_NOT_READABLE")).isEqualTo(2);
        assertThat(admin.reasons(run, "NO_IMPORT", "BAD_CONTACT_ID")).isEqualTo(2);
        assertThat(admin.reasons(run, "NO_IMPORT", "NOT_OPTED_IN")).isEqualTo(1068);
        assertThat(admin.total("/profiles?status=ACTIVE_SUBSCRIBER")).isEqualTo(821);
        assertThat(admin.total("/messages")).as("one Welcome each (S6)").isEqualTo(821);
    }

    @Test
    @Order(3)
    @DisplayName("R8 the same export again: No New Changes, no text, no call per record")
    void sameAgain() {
        organisation.forgetCalls();
        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(run.getString("state")).isEqualTo("COMPLETED");
        assertThat(outcomes(run)).isEqualTo(Map.of("NO_NEW_CHANGES", 821, "SKIPPED_MEMBERS", 16, "NO_IMPORT", 1163));
        assertThat(admin.total("/messages")).isEqualTo(821);
        assertThat(organisation.calls("query") + organisation.calls("update"))
                .as("S21")
                .isZero();
        assertThat(run.getInt("quotaUsed")).isZero();
    }

    @Test
    @Order(4)
    @DisplayName("R3 R4 one night of changes on both sides ends as the rules say")
    void changesOnBothSides() {
        var people = admin.api.get("/profiles?status=ACTIVE_SUBSCRIBER&size=10").getJsonArray("items");
        JsonObject changedThere = people.getJsonObject(0);
        JsonObject changedHere = people.getJsonObject(1);
        JsonObject changedBoth = people.getJsonObject(2);
        JsonObject leftThere = people.getJsonObject(3);
        JsonObject erasedThere = people.getJsonObject(4);
        organisation.edit(contactOf(changedThere), "MailingCity", Json.createValue("Albany"));
        edit(changedHere, "city", "Boston");
        organisation.edit(contactOf(changedBoth), "LastName", Json.createValue("Theirs"));
        edit(changedBoth, "lastName", "Ours");
        organisation.edit(contactOf(leftThere), "Mobile_Subscriber__c", JsonValue.FALSE);
        organisation.edit(contactOf(erasedThere), "MailingPostalCode", JsonValue.NULL);
        organisation.forgetCalls();

        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(run.getString("state")).isEqualTo("COMPLETED");
        assertThat(run.getInt("balance")).isZero();
        assertThat(outcomes(run))
                .containsEntry("PROFILE_UPDATED", 1)
                .containsEntry("CONTACT_UPDATED", 1)
                .containsEntry("FIELD_CONFLICT", 1)
                .containsEntry("OPTED_OUT_CRM", 1)
                .containsEntry("NO_DIFFERENCE", 1)
                .containsEntry("NO_NEW_CHANGES", 821 - 5);
        assertThat(reload(changedThere).getJsonObject("address").getString("city"))
                .as("R3.3")
                .isEqualTo("Albany");
        assertThat(organisation.contact(contactOf(changedHere)).getString("MailingCity"))
                .as("R3.4")
                .isEqualTo("Boston");
        assertThat(organisation.calls("update")).isEqualTo(1);
        assertThat(reload(changedBoth).getString("lastName")).as("R3.6").isEqualTo("Ours");
        assertThat(organisation.contact(contactOf(changedBoth)).getString("LastName"))
                .isEqualTo("Theirs");
        assertThat(reload(leftThere).getString("status")).as("R4.2").isEqualTo("OPTED_OUT");
        assertThat(reload(erasedThere).getJsonObject("address").getString("postalCode"))
                .as("R3.1")
                .isNotEmpty();
    }

    @Test
    @Order(5)
    @DisplayName("R3.6 a conflict repeats; R8 our own write coming back is no change of theirs")
    void theNightAfter() {
        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(outcomes(run))
                .containsEntry("FIELD_CONFLICT", 1)
                .containsEntry("NO_NEW_CHANGES", 819)
                .doesNotContainKeys("CONTACT_UPDATED", "PROFILE_UPDATED", "NO_DIFFERENCE", "OPTED_OUT_CRM");
        assertThat(run.getInt("balance")).isZero();
    }

    @Test
    @Order(6)
    @DisplayName("R4.1 R4.3 somebody ticks the box again for a person who said STOP: refused, and unticked")
    void resubscribeBlocked() {
        JsonObject left = admin.api
                .get("/profiles?status=OPTED_OUT")
                .getJsonArray("items")
                .getJsonObject(0);
        organisation.edit(contactOf(left), "Mobile_Subscriber__c", JsonValue.TRUE);

        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(outcomes(run)).containsEntry("RE_SUBSCRIBE_BLOCKED", 1);
        assertThat(reload(left).getString("status")).isEqualTo("OPTED_OUT");
        assertThat(organisation.contact(contactOf(left)).getBoolean("Mobile_Subscriber__c"))
                .isFalse();
        assertThat(admin.total("/messages")).isEqualTo(821);
    }

    private static void edit(JsonObject profile, String field, String value) {
        JsonObject current = reload(profile);
        var edited = Json.createObjectBuilder(current);
        if ("city".equals(field)) {
            edited.add(
                    "address",
                    Json.createObjectBuilder(current.getJsonObject("address")).add("city", value));
        } else {
            edited.add(field, value);
        }
        admin.api.put("/profiles/" + Administrator.id(profile), edited.build());
    }

    private static JsonObject reload(JsonObject profile) {
        return admin.api.get("/profiles/" + Administrator.id(profile));
    }

    private static String contactOf(JsonObject profile) {
        return reload(profile).getJsonObject("constituentIds").getString(String.valueOf(integration));
    }
}
