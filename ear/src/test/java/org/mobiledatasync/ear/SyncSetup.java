package org.mobiledatasync.ear;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import org.mobiledatasync.demo.ApiClient;
import org.mobiledatasync.simulator.SalesforceSimulator;

/** An administrator who sets the sync up over the JSON API, and runs it. */
final class SyncSetup {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** API name and CSV heading of the fields, as the simulator's report has them. */
    private static final Map<String, String[]> MAPPINGS = Map.of(
            "opt_in_status", new String[] {"Mobile_Subscriber__c", "Mobile Subscriber"},
            "phone_number", new String[] {"MobilePhone", "Mobile"},
            "profile_first_name", new String[] {"FirstName", "First Name"},
            "profile_last_name", new String[] {"LastName", "Last Name"},
            "profile_email", new String[] {"Email", "Email"},
            "constituent_id", new String[] {"Id", "Contact ID"});

    private final ApiClient api;
    private final long optInPathId;
    private final long integrationId;

    SyncSetup(ApiClient api, SalesforceSimulator salesforce) {
        this.api = api;
        optInPathId = optInPath();
        integrationId = integration(salesforce);
    }

    private static JsonValue object(Map<String, Object> fields) {
        return Json.createObjectBuilder(fields).build();
    }

    private static long id(JsonObject object) {
        return object.getJsonNumber("id").longValue();
    }

    private long optInPath() {
        long campaign = id(api.post("/campaigns", object(Map.of("name", "Text alerts"))));
        return id(api.post(
                "/campaigns/" + campaign + "/opt-in-paths",
                object(Map.of("name", "Website", "type", "WEB", "status", "ACTIVE", "welcomeMessage", "Welcome!"))));
    }

    private long integration(SalesforceSimulator salesforce) {
        long id = id(api.post(
                "/integrations",
                object(Map.of(
                        "type", "SALESFORCE",
                        "name", "Salesforce",
                        "login", "sync@example.org",
                        "password", "simulator-password",
                        "securityToken", "SIMTOKEN",
                        "apiHost", "127.0.0.1:" + salesforce.port(),
                        "customExportUrl", salesforce.exportUrl(),
                        "webOptInPathId", optInPathId,
                        "mobileOptInField", "Mobile_Subscriber__c",
                        "timeZone", "America/New_York"))));
        var mappings = Json.createArrayBuilder();
        MAPPINGS.forEach((field, names) ->
                mappings.add(object(Map.of("field", field, "apiFieldName", names[0], "csvHeading", names[1]))));
        api.put("/integrations/" + id + "/mappings", mappings.build());
        api.post("/integrations/" + id + "/activate", JsonValue.EMPTY_JSON_OBJECT);
        return id;
    }

    /** A new subscriber of ours, whom Salesforce does not know. */
    void signUp(String phone, String email) {
        long profile =
                id(api.post("/profiles", object(Map.of("phone", phone, "lastName", "Newcomer", "email", email))));
        api.post(
                "/profiles/" + profile + "/opt-in",
                object(Map.of("optInPathId", optInPathId, "source", "WEB_FORM", "evidence", "Ticked the box")));
    }

    /** Starts a run, when the clock has not just started one, and waits for its end. */
    JsonObject run(String kind) {
        ApiClient.Answer started = await(kind + " started")
                .atMost(PATIENCE)
                .until(
                        () -> api.send(
                                "POST", "/integrations/" + integrationId + "/runs", object(Map.of("kind", kind))),
                        ApiClient.Answer::isOk);
        long run = id(started.object());
        return await(kind + " finished").atMost(PATIENCE).until(() -> api.get("/runs/" + run), state -> !"RUNNING"
                .equals(state.getString("state")));
    }
}
