package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mobiledatasync.acceptance.Administrator.id;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server that is killed in the middle of a nightly run, and started again. */
class KilledServerIT {

    @Test
    @DisplayName("R7.1 killed half-way and started again, the run goes on; no record is lost or reported twice")
    void theRunGoesOn() {
        try (Organisation organisation = new Organisation()) {
            organisation.loadReport("report-classic.csv");
            Server first = Server.startFresh("killed", organisation.origin());
            long run;
            try {
                Administrator admin = new Administrator(first.api());
                long integration =
                        admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
                admin.activate(integration);
                run = id(admin.start(integration, "NIGHTLY"));
                await("half-way")
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> admin.api.get("/runs/" + run).getInt("rowsDone") >= 500);
            } finally {
                first.kill();
            }
            try (Server second = Server.start(first.data(), organisation.origin(), Map.of())) {
                Administrator admin = new Administrator(second.api());
                JsonObject finished = admin.finished(run);

                assertThat(finished.getString("state")).isEqualTo("COMPLETED");
                assertThat(finished.getInt("seen")).isEqualTo(2000);
                assertThat(finished.getInt("balance")).isZero();
                assertThat(outcomes(finished))
                        .isEqualTo(Map.of("PROFILE_CREATED", 821, "SKIPPED_MEMBERS", 16, "NO_IMPORT", 1163));
                assertThat(admin.total("/profiles")).isEqualTo(821);
                assertThat(admin.total("/messages")).isEqualTo(821);
            }
        }
    }
}
