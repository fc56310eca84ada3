package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mobiledatasync.acceptance.Administrator.id;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.demo.ApiClient;

/**
 * Two servers over one PostgreSQL, either of them killed at random points of the syncs and started again.
 * {@code -Dkills=20} asks for more kills, {@code -Dkills.seed=7} for the same points again.
 */
class TwoServersIT {
    private static final int PROFILES = 821;
    private static final int CHANGED_A_NIGHT = 40;

    private final Server[] servers = new Server[2];
    private final long seed = Long.getLong("kills.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Path key = Server.emptyFolder("two-servers-key").resolve("secret-key.json");
    private final Path[] folders = {Server.emptyFolder("two-servers-0"), Server.emptyFolder("two-servers-1")};
    private EmbeddedPostgres database;
    private Organisation organisation;
    private Administrator admin;
    private long integration;
    private int contacts;

    @BeforeEach
    void startBothAtOnce() throws IOException {
        database = EmbeddedPostgres.start();
        organisation = new Organisation();
        organisation.loadReport("report-classic.csv");
        contacts = organisation.contacts("?deleted").size();
        var other = CompletableFuture.runAsync(() -> start(1));
        start(0);
        other.join();
        admin = new Administrator(servers[0].api());
        integration = admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
        admin.activate(integration);
    }

    @AfterEach
    void stop() throws IOException {
        Stream.of(servers).filter(Objects::nonNull).forEach(Server::close);
        organisation.close();
        database.close();
    }

    @Test
    @DisplayName(
            "R7.1 R7.3 two servers, killed again and again: one run, nothing lost, nothing twice, no contact twice")
    void nothingIsLostAndNothingIsTwice() {
        long run = startOnBothAtOnce();
        for (int kill = 0; kill < Integer.getInteger("kills", 4) / 2; kill++) {
            int rows = admin.api.get("/runs/" + run).getInt("rowsDone");
            int point = rows + random.nextInt(Math.max(1, 2000 - rows));
            killOneWhen(() -> rowsDone(run) >= point || isOver(run));
        }
        JsonObject imported = admin.finished(run);
        assertThat(imported.getString("state"))
                .as("seed %d: %s", seed, imported)
                .isEqualTo("COMPLETED");
        assertThat(imported.getInt("seen")).isEqualTo(2000);
        assertThat(imported.getInt("balance")).isZero();
        assertThat(outcomes(imported))
                .isEqualTo(Map.of("PROFILE_CREATED", PROFILES, "SKIPPED_MEMBERS", 16, "NO_IMPORT", 1163));
        assertThat(admin.total("/profiles")).isEqualTo(PROFILES);
        assertThat(admin.total("/messages")).as("one Welcome each").isEqualTo(PROFILES);

        List<JsonObject> people =
                admin.api.get("/profiles?size=500").getJsonArray("items").getValuesAs(JsonObject.class);
        for (int night = 0; night < Integer.getInteger("kills", 4) / 2; night++) {
            int from = night * 2 * CHANGED_A_NIGHT;
            workADay(people.subList(from, from + 2 * CHANGED_A_NIGHT), "Night " + night);
        }
        assertThat(organisation.contacts("?deleted")).as("no contact was made").hasSize(contacts);
        assertThat(admin.api
                        .get("/integrations/" + integration + "/runs?size=500")
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .as("every run balances")
                .allSatisfy(each -> assertThat(each.getInt("balance")).isZero());
    }

    /** Half of the people say STOP, the others get another first name; both reach Salesforce in spite of a kill. */
    private void workADay(List<JsonObject> people, String name) {
        List<JsonObject> leaving = people.subList(0, CHANGED_A_NIGHT);
        List<JsonObject> renamed = people.subList(CHANGED_A_NIGHT, people.size());
        renamed.forEach(person -> admin.api.put(
                "/profiles/" + id(person),
                Json.createObjectBuilder(admin.api.get("/profiles/" + id(person)))
                        .add("firstName", name)
                        .build()));
        leaving.forEach(person -> admin.stop(id(person)));
        organisation.forgetCalls();
        organisation.fault("{\"kind\": \"latency\", \"ms\": 300}");
        int point = 1 + random.nextInt(8);
        long run = id(admin.start(integration, "NIGHTLY"));
        bringConsent();
        killOneWhen(() -> organisation.calls() >= point || isOver(run));
        organisation.noFaults();
        JsonObject night = admin.finished(run);
        assertThat(night.getString("state")).as("seed %d: %s", seed, night).isEqualTo("COMPLETED");
        assertThat(night.getInt("balance")).isZero();
        await("all opt-outs are in Salesforce")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    bringConsent();
                    return leaving.stream().noneMatch(this::isOptedInThere);
                });
        assertThat(renamed).allSatisfy(person -> assertThat(contactOf(person).getString("FirstName"))
                .isEqualTo(name));
        assertThat(renamed)
                .allSatisfy(person -> assertThat(isOptedInThere(person)).isTrue());
    }

    /** Asks for the five-minute sync, unless one is at work. */
    private void bringConsent() {
        admin.api.send(
                "POST",
                "/integrations/" + integration + "/runs",
                json().add("kind", "PUSH").build());
    }

    private long startOnBothAtOnce() {
        ApiClient one = servers[0].api();
        ApiClient two = servers[1].api();
        String path = "/integrations/" + integration + "/runs";
        var asked = CompletableFuture.supplyAsync(
                () -> one.send("POST", path, json().add("kind", "NIGHTLY").build()));
        ApiClient.Answer second =
                two.send("POST", path, json().add("kind", "NIGHTLY").build());
        List<ApiClient.Answer> answers = List.of(asked.join(), second);
        assertThat(answers).extracting(ApiClient.Answer::status).containsExactlyInAnyOrder(202, 409);
        return answers.stream()
                .filter(ApiClient.Answer::isOk)
                .map(ApiClient.Answer::object)
                .mapToLong(Administrator::id)
                .findFirst()
                .orElseThrow();
    }

    private void killOneWhen(BooleanSupplier reached) {
        await("the point to kill at")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(10))
                .until(reached::getAsBoolean);
        int victim = random.nextInt(2);
        servers[victim].kill();
        admin = new Administrator(servers[1 - victim].api());
        start(victim);
    }

    private void start(int number) {
        servers[number] = Server.start(
                folders[number],
                organisation.origin(),
                Map.of(
                        "DATABASE_URL",
                        database.getJdbcUrl("postgres", "postgres"),
                        "DATABASE_USER",
                        "postgres",
                        "DATABASE_PASSWORD",
                        "postgres",
                        "SECRET_KEY_FILE",
                        key.toString(),
                        "NODE_NAME",
                        "node-" + number,
                        "LEASE_MINUTES",
                        "1"));
    }

    private int rowsDone(long run) {
        return admin.api.get("/runs/" + run).getInt("rowsDone");
    }

    private boolean isOver(long run) {
        return !"RUNNING".equals(admin.api.get("/runs/" + run).getString("state"));
    }

    private JsonObject contactOf(JsonObject person) {
        String contactId = admin.api
                .get("/profiles/" + id(person))
                .getJsonObject("constituentIds")
                .getString(String.valueOf(integration));
        return organisation.contact(contactId);
    }

    private boolean isOptedInThere(JsonObject person) {
        return contactOf(person).getBoolean("Mobile_Subscriber__c");
    }
}
