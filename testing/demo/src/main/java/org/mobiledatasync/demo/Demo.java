package org.mobiledatasync.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the demo against a server that is up: {@code Demo SERVER EXPORT_URL}, the administrator's password in
 * {@code ADMIN_PASSWORD}. Ends with 0 only when both runs completed and balance.
 */
public final class Demo {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String NEWCOMER = "+12125550199";

    private final ApiClient api;
    private final long optInPathId;
    private final long integrationId;

    private Demo(ApiClient api, URI exportUrl) {
        this.api = api;
        DemoSetup setup = new DemoSetup(api);
        optInPathId = setup.optInPath();
        integrationId = setup.integration(optInPathId, exportUrl);
    }

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Usage: Demo SERVER EXPORT_URL");
            System.exit(2);
        }
        ApiClient api = new ApiClient(arguments[0], "admin", System.getenv("ADMIN_PASSWORD"));
        try {
            System.exit(new Demo(api, URI.create(arguments[1])).run() ? 0 : 1);
        } catch (UncheckedIOException e) {
            System.err.println(
                    "The server does not answer any more. Start the demo again: its runs go on where they were.");
            System.exit(1);
        }
    }

    private boolean run() {
        System.out.println("Running the nightly sync ...");
        JsonObject nightly = finish("NIGHTLY");
        RunSummary.print("Nightly sync", nightly);
        System.out.println("One person texts STOP, another signs up on the website; running the five-minute sync ...");
        somebodyLeaves();
        somebodyJoins();
        JsonObject push = finish("PUSH");
        RunSummary.print("Five-minute sync", push);
        return RunSummary.isGood(nightly) && RunSummary.isGood(push);
    }

    /** Starts a run, or takes the one that is at work since an earlier start was interrupted, and waits for its end. */
    private JsonObject finish(String kind) {
        JsonObject run = atWork(kind).orElseGet(() -> start(kind));
        String path = "/runs/" + run.getJsonNumber("id");
        while ("RUNNING".equals(run.getString("state"))) {
            LockSupport.parkNanos(POLL.toNanos());
            run = api.get(path);
        }
        return run;
    }

    private JsonObject start(String kind) {
        ApiClient.Answer answer = api.send(
                "POST",
                "/integrations/" + integrationId + "/runs",
                Json.createObjectBuilder().add("kind", kind).build());
        // The timer may have been faster.
        return answer.isOk() ? answer.object() : atWork(kind).orElseGet(() -> start(kind));
    }

    private Optional<JsonObject> atWork(String kind) {
        return api
                .get("/integrations/" + integrationId + "/runs?size=20")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(run -> kind.equals(run.getString("kind")) && "RUNNING".equals(run.getString("state")))
                .findFirst();
    }

    private void somebodyLeaves() {
        api
                .get("/profiles?status=ACTIVE_SUBSCRIBER&size=2")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(profile -> !NEWCOMER.equals(profile.getString("phone")))
                .findFirst()
                .ifPresent(profile -> api.post(
                        "/profiles/" + profile.getJsonNumber("id") + "/opt-out",
                        Json.createObjectBuilder()
                                .add("source", "KEYWORD")
                                .add("evidence", "STOP")
                                .build()));
    }

    private void somebodyJoins() {
        boolean known = !api.get("/profiles?phone=%2B" + NEWCOMER.substring(1))
                .getJsonArray("items")
                .isEmpty();
        if (known) {
            return;
        }
        JsonObject profile = api.post(
                "/profiles",
                Json.createObjectBuilder()
                        .add("phone", NEWCOMER)
                        .add("firstName", "Nadia")
                        .add("lastName", "Newcomer")
                        .add("email", "nadia.newcomer@example.org")
                        .build());
        api.post(
                "/profiles/" + profile.getJsonNumber("id") + "/opt-in",
                Json.createObjectBuilder()
                        .add("optInPathId", optInPathId)
                        .add("source", "WEB_FORM")
                        .add("evidence", "Ticked the box on the sign-up page")
                        .build());
    }
}
