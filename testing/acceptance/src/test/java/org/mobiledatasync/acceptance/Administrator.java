package org.mobiledatasync.acceptance;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mobiledatasync.demo.ApiClient;
import org.mobiledatasync.demo.ReportMappings;

/** What an administrator does, over the JSON API. */
public final class Administrator {
    private static final Duration RUN = Duration.ofMinutes(5);

    public final ApiClient api;

    public Administrator(ApiClient api) {
        this.api = api;
    }

    public static JsonObjectBuilder json() {
        return Json.createObjectBuilder();
    }

    public static long id(JsonObject object) {
        return object.getJsonNumber("id").longValue();
    }

    /** A campaign with one active web opt-in path of the same name. @return the path's id */
    public long optInPath(String name) {
        return path(name, json());
    }

    /** As {@link #optInPath}, but the person is asked first. */
    long doubleOptInPath(String name) {
        return path(name, json().add("doubleOptIn", true).add("confirmMessage", "Join " + name + "? Reply YES."));
    }

    private long path(String name, JsonObjectBuilder more) {
        long campaign = id(api.post("/campaigns", json().add("name", name).build()));
        return id(api.post(
                "/campaigns/" + campaign + "/opt-in-paths",
                json().add("name", name)
                        .add("type", "WEB")
                        .add("status", "ACTIVE")
                        .add("welcomeMessage", "Welcome to " + name + "!")
                        .addAll(more)
                        .build()));
    }

    /** An integration with the organisation, mapped to its report, not active yet. */
    public long integration(Organisation organisation, JsonObjectBuilder more) {
        JsonObjectBuilder integration = json().add("type", "SALESFORCE")
                .add("name", "Salesforce")
                .add("login", "sync@example.org")
                .add("password", "simulator-password")
                .add("securityToken", "SIMTOKEN")
                .add("apiHost", organisation.authority())
                .add("customExportUrl", organisation.exportUrl())
                .add("mobileOptInField", "Mobile_Subscriber__c")
                .add("timeZone", "America/New_York");
        integration.addAll(more);
        long id = id(api.post("/integrations", integration.build()));
        api.put("/integrations/" + id + "/mappings", ReportMappings.document());
        return id;
    }

    public void activate(long integration) {
        api.post("/integrations/" + integration + "/activate", json().build());
    }

    /** Changes some fields of the configuration. */
    void configure(long integration, JsonObjectBuilder changes) {
        JsonObjectBuilder edited = Json.createObjectBuilder(api.get("/integrations/" + integration));
        edited.addAll(changes);
        api.put("/integrations/" + integration, edited.build());
    }

    public JsonObject start(long integration, String kind) {
        return api.post(
                "/integrations/" + integration + "/runs",
                json().add("kind", kind).build());
    }

    /** Starts a run and waits for its end. */
    JsonObject run(long integration, String kind) {
        return finished(id(start(integration, kind)));
    }

    JsonObject finished(long run) {
        return await("run " + run)
                .atMost(RUN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> api.get("/runs/" + run), state -> !"RUNNING".equals(state.getString("state")));
    }

    /** The classes of a run with their counts. */
    static Map<String, Integer> outcomes(JsonObject run) {
        Map<String, Integer> outcomes = new TreeMap<>();
        run.getJsonObject("outcomes")
                .keySet()
                .forEach(
                        name -> outcomes.put(name, run.getJsonObject("outcomes").getInt(name)));
        return outcomes;
    }

    /** How many records of a run have a reason. */
    long reasons(JsonObject run, String outcome, String reason) {
        long found = 0;
        for (int page = 0; ; page++) {
            List<JsonObject> records = records(run, "?size=500&page=" + page + "&outcome=" + outcome);
            if (records.isEmpty()) {
                return found;
            }
            found += records.stream()
                    .filter(record -> reason.equals(record.getString("reason")))
                    .count();
        }
    }

    List<JsonObject> records(JsonObject run, String filter) {
        return api.get("/runs/" + id(run) + "/records" + filter)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** A list as a CSV file. */
    String csv(String path) {
        return api.text(path, "text/csv");
    }

    /** How many items a list has. */
    int total(String path) {
        return api.get(path).getInt("total");
    }

    JsonObject profile(String phone) {
        return api.get("/profiles?phone=" + phone.replace("+", "%2B"))
                .getJsonArray("items")
                .getJsonObject(0);
    }

    long createProfile(String phone, String lastName, String email) {
        JsonObjectBuilder profile = json().add("phone", phone).add("lastName", lastName);
        if (email != null) {
            profile.add("email", email);
        }
        return id(api.post("/profiles", profile.build()));
    }

    void optIn(long profile, long path) {
        api.post(
                "/profiles/" + profile + "/opt-in",
                json().add("optInPathId", path)
                        .add("source", "WEB_FORM")
                        .add("evidence", "Ticked the box")
                        .build());
    }

    void stop(long profile) {
        api.post(
                "/profiles/" + profile + "/opt-out",
                json().add("source", "KEYWORD").add("evidence", "STOP").build());
    }
}
