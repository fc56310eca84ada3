package org.mobiledatasync.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mobiledatasync.demo.ApiClient;
import org.mobiledatasync.simulator.SalesforceSimulator;
import org.mobiledatasync.simulator.SimulatorOptions;

/** One server and one database for all: starting them takes most of the time. */
@TestMethodOrder(OrderAnnotation.class)
class EarIT {
    private static final String PASSWORD = "Correct-horse-7";
    private static final int CONTACTS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static SalesforceSimulator salesforce;
    private static Database database;
    private static PayaraDomain payara;
    private static ApiClient admin;
    private static SyncSetup sync;

    @BeforeAll
    static void deploy() {
        salesforce = SalesforceSimulator.start(SimulatorOptions.usual().withContacts(CONTACTS, 42));
        database = new Database(
                Path.of(System.getProperty("project.home"), "server-config", "postgresql", "create-database.sql"));
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("ADMIN_PASSWORD", PASSWORD);
        settings.put("SALESFORCE_ALLOWED_HOSTS", "http://127.0.0.1:" + salesforce.port());
        payara = new PayaraDomain(settings);
        payara.start();
        payara.deploy();
        admin = new ApiClient(payara.url(), "admin", PASSWORD);
    }

    @AfterAll
    static void end() {
        if (payara != null) {
            payara.close();
        }
        if (database != null) {
            database.close();
        }
        salesforce.close();
    }

    @Test
    @Order(1)
    @DisplayName("the deployed server is ready, on the database that the environment names")
    void ready() {
        var health = new Browser(payara.url()).open("health/ready");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"").contains("database");
        assertThat(database.number("select count(*) from app_user")).isEqualTo(1);
        assertThat(payara.folder().resolve("data/secret-key.json")).exists();
    }

    @Test
    @Order(2)
    @DisplayName("people sign in on the page, see what their role allows, and nothing before")
    void pages() {
        var browser = new Browser(payara.url());

        assertThat(browser.open("administration/users.xhtml").uri().getPath()).isEqualTo("/sign-in.xhtml");
        assertThat(browser.signIn("admin", "wrong").body()).contains("The login or the password is wrong.");

        var home = browser.signIn("admin", PASSWORD);
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("Sign out");
        var users = browser.open("administration/users.xhtml");
        assertThat(users.statusCode()).isEqualTo(200);
        assertThat(users.body()).contains("<title>Users");
        var style = browser.open("jakarta.faces.resource/components.css.xhtml?ln=primefaces");
        assertThat(style.statusCode()).as("PrimeFaces' resources are found").isEqualTo(200);
    }

    @Test
    @Order(3)
    @DisplayName("programs sign in with every request, and the services refuse what the role does not allow")
    void roles() {
        assertThat(new ApiClient(payara.url(), "admin", "wrong")
                        .send("GET", "/campaigns", null)
                        .status())
                .isEqualTo(401);
        assertThat(admin.send("GET", "/campaigns", null).status()).isEqualTo(200);

        database.execute("insert into app_user select id + 1, 'viewer', password_hash, 'VIEWER', active,"
                + " must_change_password, 0, null, null, created_at, 0 from app_user");
        var viewer = new ApiClient(payara.url(), "viewer", PASSWORD);
        assertThat(viewer.send("GET", "/campaigns", null).status()).isEqualTo(200);
        var campaign =
                Json.createObjectBuilder().add("name", "Not mine to make").build();
        assertThat(viewer.send("POST", "/campaigns", campaign).status()).isEqualTo(403);
    }

    @Test
    @Order(4)
    @DisplayName("the timer beats without a timer database")
    void timer() {
        await("two rounds of the outbox")
                .atMost(PATIENCE)
                .until(() -> database.number("select fencing_token from job where kind = 'OUTBOX'") >= 2);
    }

    @Test
    @Order(5)
    @DisplayName("the nightly sync reads every contact, and PostgreSQL holds the subscribers")
    void nightlySync() {
        sync = new SyncSetup(admin, salesforce);

        JsonObject run = sync.run("NIGHTLY");

        assertThat(run.getString("state")).as(run.toString()).isEqualTo("COMPLETED");
        assertThat(run.getInt("balance")).isZero();
        assertThat(run.getInt("seen")).isEqualTo(CONTACTS);
        int created = run.getJsonObject("outcomes").getInt("PROFILE_CREATED");
        assertThat(created).isGreaterThan(CONTACTS / 10);
        assertThat(database.number("select count(*) from profile")).isEqualTo(created);
        assertThat(database.number("select count(*) from record_outcome")).isEqualTo(CONTACTS);
    }

    @Test
    @Order(6)
    @DisplayName("the five-minute sync makes a new subscriber a contact")
    void fiveMinuteSync() {
        sync.signUp("+12125550199", "nadia.newcomer@example.org");

        JsonObject run = sync.run("PUSH");

        assertThat(run.getString("state")).as(run.toString()).isEqualTo("COMPLETED");
        assertThat(run.getInt("balance")).isZero();
        assertThat(run.getJsonObject("outcomes").getInt("CONTACT_CREATED")).isEqualTo(1);
        assertThat(database.number("select count(*) from profile where email = 'nadia.newcomer@example.org'"))
                .isEqualTo(1);
    }

    @Test
    @Order(7)
    @DisplayName("no secret is in the log or in the domain's configuration")
    void secrets() {
        assertThat(payara.log())
                .doesNotContain(PASSWORD, "simulator-password", "SIMTOKEN")
                .doesNotContain(database.settings().get("DATABASE_PASSWORD"));
        assertThat(payara.configuration()).doesNotContain(database.settings().get("DATABASE_PASSWORD"));
    }
}
