package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The sample report with a Liberal integration, and the opt-ins that go back for people taken in without one. */
@TestMethodOrder(OrderAnnotation.class)
class LiberalSyncIT {
    private static final int CREATED = 1889;
    private static final int WITHOUT_OPT_IN = 1068;

    private static Organisation organisation;
    private static Server server;
    private static Administrator admin;
    private static long integration;

    @BeforeAll
    static void start() {
        organisation = new Organisation();
        server = Server.startFresh("liberal", organisation.origin());
        admin = new Administrator(server.api());
        integration = admin.integration(
                organisation,
                json().add("webOptInPathId", admin.optInPath("Alerts")).add("syncType", "LIBERAL"));
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
    @DisplayName("R2.2 the first import takes people in whatever their opt-in")
    void firstImport() {
        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(run.getString("state")).isEqualTo("COMPLETED");
        assertThat(run.getInt("seen")).isEqualTo(2000);
        assertThat(run.getInt("balance")).isZero();
        assertThat(outcomes(run)).isEqualTo(Map.of("PROFILE_CREATED", CREATED, "SKIPPED_MEMBERS", 16, "NO_IMPORT", 95));
        assertThat(admin.total("/messages")).isEqualTo(CREATED);
    }

    @Test
    @Order(2)
    @DisplayName("R8 the same export again, before anything was sent back: No New Changes")
    void sameAgain() {
        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(outcomes(run)).isEqualTo(Map.of("NO_NEW_CHANGES", CREATED, "SKIPPED_MEMBERS", 16, "NO_IMPORT", 95));
        assertThat(admin.total("/messages")).isEqualTo(CREATED);
    }

    @Test
    @Order(3)
    @DisplayName("R4.4 R5.2 who joined without an opt-in in Salesforce is opted in there, 200 a call")
    void optInsGoBack() {
        organisation.forgetCalls();
        JsonObject run = admin.run(integration, "PUSH");

        assertThat(run.getString("state")).isEqualTo("COMPLETED");
        assertThat(outcomes(run)).isEqualTo(Map.of("OPT_IN_EXPORTED", WITHOUT_OPT_IN));
        assertThat(organisation.calls("update")).isEqualTo(6);
        assertThat(run.getInt("quotaUsed")).isEqualTo(WITHOUT_OPT_IN);
    }

    @Test
    @Order(4)
    @DisplayName("R8 our own opt-ins coming back in the next export are no change of theirs")
    void echo() {
        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(outcomes(run)).isEqualTo(Map.of("NO_NEW_CHANGES", CREATED, "SKIPPED_MEMBERS", 16, "NO_IMPORT", 95));
        assertThat(admin.total("/profiles?status=ACTIVE_SUBSCRIBER")).isEqualTo(CREATED);
    }
}
