package org.mobiledatasync.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/** What an administrator would set up: a campaign, a web opt-in path, and an active integration. Made once, then found. */
final class DemoSetup {
    private static final String CAMPAIGN = "Text alerts";
    private static final String PATH = "Website sign-up";
    private static final String INTEGRATION = "Demo Salesforce";

    private final ApiClient api;

    DemoSetup(ApiClient api) {
        this.api = api;
    }

    /** @return the opt-in path */
    long optInPath() {
        long campaignId = named("/campaigns?size=500", CAMPAIGN)
                .orElseGet(() -> api.post(
                        "/campaigns",
                        Json.createObjectBuilder().add("name", CAMPAIGN).build()))
                .getJsonNumber("id")
                .longValue();
        String paths = "/campaigns/" + campaignId + "/opt-in-paths";
        JsonObject path = Json.createObjectBuilder()
                .add("name", PATH)
                .add("type", "WEB")
                .add("status", "ACTIVE")
                .add("doubleOptIn", false)
                .add("welcomeMessage", "Welcome to Text alerts! Reply STOP to end, HELP for help.")
                .build();
        return named(paths, PATH)
                .orElseGet(() -> api.post(paths, path))
                .getJsonNumber("id")
                .longValue();
    }

    /** @return the integration, active */
    long integration(long optInPathId, URI exportUrl) {
        JsonObject integration = named("/integrations?size=500", INTEGRATION)
                .map(known -> update(known, exportUrl))
                .orElseGet(() -> create(optInPathId, exportUrl));
        long id = integration.getJsonNumber("id").longValue();
        api.post("/integrations/" + id + "/activate", Json.createObjectBuilder().build());
        return id;
    }

    private JsonObject create(long optInPathId, URI exportUrl) {
        JsonObject created = api.post(
                "/integrations",
                Json.createObjectBuilder()
                        .add("type", "SALESFORCE")
                        .add("name", INTEGRATION)
                        .add("syncType", "CONSERVATIVE")
                        .add("login", "sync@example.org")
                        .add("password", "simulator-password")
                        .add("securityToken", "SIMTOKEN")
                        .add("apiHost", exportUrl.getAuthority())
                        .add("customExportUrl", exportUrl.toString())
                        .add("webOptInPathId", optInPathId)
                        .add("mobileOptInField", "Mobile_Subscriber__c")
                        .add("timeZone", "America/New_York")
                        .build());
        api.put("/integrations/" + created.getJsonNumber("id") + "/mappings", ReportMappings.document());
        return created;
    }

    /** The simulator may have another port than the last time. */
    private JsonObject update(JsonObject known, URI exportUrl) {
        if (exportUrl.toString().equals(known.getString("customExportUrl", null))) {
            return known;
        }
        return api.put(
                        "/integrations/" + known.getJsonNumber("id"),
                        Json.createObjectBuilder(known)
                                .add("apiHost", exportUrl.getAuthority())
                                .add("customExportUrl", exportUrl.toString())
                                .build())
                .asJsonObject();
    }

    private Optional<JsonObject> named(String path, String name) {
        var answer = api.list(path);
        var items = answer instanceof JsonObject page ? page.getJsonArray("items") : answer.asJsonArray();
        return items.getValuesAs(JsonObject.class).stream()
                .filter(item -> name.equals(item.getString("name")))
                .findFirst();
    }
}
