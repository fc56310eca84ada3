package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.demo.ApiClient;
import org.mobiledatasync.demo.ReportMappings;
import org.mobiledatasync.simulator.oauth.OAuthApi;

/** The manners of the JSON API: who may, what is refused and how, what never comes out. */
class JsonApiIT {
    private static Organisation organisation;
    private static Server server;
    private static Administrator admin;
    private static long integration;

    @BeforeAll
    static void start() {
        organisation = new Organisation();
        server = Server.startFresh("json-api", organisation.origin());
        admin = new Administrator(server.api());
        integration = admin.integration(organisation, json());
    }

    @AfterAll
    static void stop() {
        server.close();
        organisation.close();
    }

    @Test
    @DisplayName("S3 without sign-in nothing is answered, and the refusal is a problem document")
    void signInIsNeeded() throws IOException, InterruptedException {
        HttpResponse<String> refused = get("/api/v1/integrations");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(new ApiClient(server.url(), "admin", "wrong")
                        .send("GET", "/integrations", null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("secrets go in and never come out; left out of a PUT they are kept")
    void secretsStayInside() {
        JsonObject read = admin.api.get("/integrations/" + integration);
        assertThat(read.toString()).doesNotContain("simulator-password").doesNotContain("SIMTOKEN");
        assertThat(read).doesNotContainKeys("password", "securityToken", "clientSecret", "privateKey");

        admin.configure(integration, json().add("notes", "kept"));
        JsonObject test = admin.api.post("/integrations/" + integration + "/test-connection", json().build());
        assertThat(test.getBoolean("ok")).as(test.toString()).isTrue();
    }

    @Test
    @DisplayName("OAuth client credentials: set, tested, and never given out")
    void clientCredentials() {
        admin.configure(
                integration,
                json().add("authMethod", "CLIENT_CREDENTIALS")
                        .add("clientId", OAuthApi.CONSUMER_KEY)
                        .add("clientSecret", OAuthApi.CONSUMER_SECRET));
        JsonObject read = admin.api.get("/integrations/" + integration);
        assertThat(read.getString("clientId")).isEqualTo(OAuthApi.CONSUMER_KEY);
        assertThat(read.toString()).doesNotContain(OAuthApi.CONSUMER_SECRET);

        JsonObject test = admin.api.post("/integrations/" + integration + "/test-connection", json().build());
        assertThat(test.getBoolean("ok")).as(test.toString()).isTrue();
        organisation.settings("{\"oauthFault\":\"inactive_user\"}");
        JsonObject refused = admin.api.post("/integrations/" + integration + "/test-connection", json().build());
        assertThat(refused.getBoolean("ok")).isFalse();
        assertThat(refused.toString()).contains("The Salesforce user is inactive.");
        organisation.settings("{\"oauthFault\":\"\"}");
        assertThat(server.log()).doesNotContain(OAuthApi.CONSUMER_SECRET);
        admin.configure(integration, json().add("authMethod", "PASSWORD"));
    }

    @Test
    @DisplayName("a lost update is told: 409 for a version that is not the current one")
    void lostUpdate() {
        JsonObject read = admin.api.get("/integrations/" + integration);
        admin.configure(integration, json().add("notes", "first"));

        assertThat(admin.api.send("PUT", "/integrations/" + integration, read).status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("S2 what can't be taken is refused with every field named")
    void badInputNamesItsFields() {
        var answer = admin.api.send(
                "POST",
                "/integrations",
                json().add("name", "")
                        .add("apiHost", "evil.example.org")
                        .add("customExportUrl", "https://evil.example.org/report")
                        .add("timeZone", "Mars/Olympus")
                        .add("dailyApiQuota", -1)
                        .build());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .contains("name", "apiHost", "customExportUrl", "timeZone", "dailyApiQuota");
        assertThat(admin.api
                        .send(
                                "POST",
                                "/integrations/" + integration + "/runs",
                                json().add("kind", "DAILY").build())
                        .status())
                .isEqualTo(400);
        assertThat(admin.api.send("GET", "/runs/999999", null).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("what cannot be read is a 400 that names the field, and nothing of the server's inside")
    void unreadable() {
        for (String query : new String[] {"page=abc", "size=1.5", "page=100000000000"}) {
            assertThat(admin.api.send("GET", "/profiles?" + query, null).status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(admin.api
                        .send("GET", "/profiles?page=100000000&size=500", null)
                        .status())
                .isEqualTo(422);
        for (String list : new String[] {"mappings", "opt-in-path-rules"}) {
            assertThat(admin.api
                            .send(
                                    "PUT",
                                    "/integrations/" + integration + "/" + list + "?version=abc",
                                    Json.createArrayBuilder().build())
                            .status())
                    .as(list)
                    .isEqualTo(400);
        }
        String conflict = "/integrations/" + integration + "/conflicts/1";
        assertThat(admin.api
                        .send(
                                "PUT",
                                conflict,
                                json().add("fields", Json.createArrayBuilder().addNull())
                                        .build())
                        .status())
                .isEqualTo(400);

        var wrongType = admin.api.send(
                "POST", "/integrations", json().add("dailyApiQuota", "many").build());
        assertThat(wrongType.status()).isEqualTo(400);
        assertThat(wrongType.object().toString()).contains("dailyApiQuota").doesNotContain("java");
    }

    @Test
    @DisplayName("S12 Required can't be ticked for phone, email, opt-in and Constituent ID")
    void vitalFieldsAreNeverRequired() {
        for (String field : new String[] {"phone_number", "profile_email", "opt_in_status", "constituent_id"}) {
            var mappings = Json.createArrayBuilder();
            ReportMappings.document()
                    .asJsonArray()
                    .getValuesAs(JsonObject.class)
                    .forEach(mapping -> mappings.add(
                            field.equals(mapping.getString("field"))
                                    ? Json.createObjectBuilder(mapping)
                                            .add("required", true)
                                            .build()
                                    : mapping));

            assertThat(admin.api
                            .send("PUT", "/integrations/" + integration + "/mappings", mappings.build())
                            .status())
                    .as(field)
                    .isEqualTo(422);
        }
    }

    @Test
    @DisplayName("R7.5 an inactive integration starts no run")
    void inactiveStartsNothing() {
        var refused = admin.api.send(
                "POST",
                "/integrations/" + integration + "/runs",
                json().add("kind", "NIGHTLY").build());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.object().getString("detail")).contains("inactive");
    }

    @Test
    @DisplayName("S14 only what passes its test is activated; the refusal says what to repair")
    void activationTestsFirst() {
        long another =
                admin.integration(organisation, json().add("name", "Another").add("password", "wrong-password"));
        String activate = "/integrations/" + another + "/activate";

        var refused = admin.api.send("POST", activate, json().build());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.object().getString("detail"))
                .startsWith("The test of the connection failed, so the integration stays inactive. ")
                .contains("password");
        assertThat(admin.api.get("/integrations/" + another).getBoolean("active"))
                .isFalse();

        admin.configure(another, json().add("password", "simulator-password"));
        organisation.forgetCalls();
        assertThat(admin.api.post(activate, json().build()).getBoolean("active"))
                .isTrue();
        assertThat(organisation.calls("report")).as("tested once").isEqualTo(1);
        admin.api.post("/integrations/" + another + "/deactivate", json().build());
        admin.api.post(activate, json().build());
        admin.api.post("/integrations/" + another + "/deactivate", json().build());
    }

    @Test
    @DisplayName("R6.5 what waits, what it needs, and when it is through; of a small quota one request is kept")
    void forecast() {
        admin.configure(integration, json().add("dailyApiQuota", 2));
        admin.optIn(admin.createProfile("+12125550188", "Waiting", null), admin.optInPath("Forecast"));

        JsonObject quota = admin.api.get("/integrations/" + integration + "/quota");

        assertThat(quota.getInt("reservedForOptOuts")).isEqualTo(1);
        assertThat(quota.getInt("pendingOptIns")).isEqualTo(1);
        assertThat(quota.getInt("pendingOptOuts") + quota.getInt("pendingContactUpdates"))
                .isZero();
        assertThat(quota.getInt("requestsNeeded")).as("a search and a write").isEqualTo(3);
        assertThat(LocalDate.parse(quota.getString("doneOn")))
                .as("one request a day is left for opt-ins")
                .isEqualTo(LocalDate.parse(quota.getString("day")).plusDays(2));
    }

    @Test
    @DisplayName("OpenAPI and health are served")
    void openApiAndHealth() throws IOException, InterruptedException {
        HttpResponse<String> openApi = get("/openapi");
        assertThat(openApi.statusCode()).isEqualTo(200);
        assertThat(openApi.body())
                .contains("/integrations/{id")
                .contains("/profiles")
                .contains("/campaigns")
                .contains("/messages")
                .contains("/conflicts")
                .contains("/matches")
                .contains("/opt-in-path-rules")
                .contains("/runs");
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url()).resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
