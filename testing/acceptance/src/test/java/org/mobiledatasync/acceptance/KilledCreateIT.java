package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mobiledatasync.acceptance.Administrator.id;
import static org.mobiledatasync.acceptance.Administrator.json;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server that is killed after Salesforce made a contact and before it could know. */
class KilledCreateIT {
    private static final String PHONE = "+12125550101";

    @Test
    @DisplayName(
            "R5.5 R7.1 killed between the making of a contact and its answer: the contact is found, not made again")
    void theContactIsFound() {
        try (Organisation organisation = new Organisation()) {
            Server first = Server.startFresh("killed-create", organisation.origin());
            long run;
            long path;
            long integration;
            long profile;
            try {
                Administrator admin = new Administrator(first.api());
                path = admin.optInPath("Alerts");
                integration = admin.integration(organisation, json().add("webOptInPathId", path));
                admin.activate(integration);
                admin.run(integration, "PUSH");
                profile = admin.createProfile(PHONE, "Ann", "ann@example.org");
                admin.optIn(profile, path);
                organisation.fault("{\"kind\": \"hang-after\", \"on\": \"create\"}");
                run = id(admin.start(integration, "PUSH"));
                await("contact made")
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> organisation.contacts("").size() == 1);
            } finally {
                first.kill();
            }
            organisation.noFaults();
            organisation.forgetCalls();
            try (Server second = Server.start(first.data(), organisation.origin(), Map.of())) {
                Administrator admin = new Administrator(second.api());
                assertThat(admin.finished(run).getInt("balance")).isZero();
                admin.stop(profile);
                admin.optIn(profile, path);
                admin.run(integration, "PUSH");

                assertThat(organisation.contacts("")).hasSize(1);
                assertThat(organisation.calls("create")).isZero();
                assertThat(admin.api
                                .get("/profiles/" + profile)
                                .getJsonObject("constituentIds")
                                .getString("" + integration))
                        .isEqualTo(organisation.contacts("").getJsonObject(0).getString("Id"));
            }
        }
    }
}
