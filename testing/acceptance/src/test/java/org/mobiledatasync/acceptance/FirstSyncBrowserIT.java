package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An administrator's first days in the browser: led by the guided start, warned by test and preview, then watching the syncs
 * and reading their report. One story on one server, told in order. Screenshots stay in the build folder.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstSyncBrowserIT extends BrowserTest {
    private static long integration;

    @BeforeAll
    static void start() {
        start("first-sync-browser", Map.of());
    }

    @Test
    @Order(1)
    @DisplayName("the guided start leads to the connection, each step with its state")
    void theGuideLeads() {
        assertThat(steps())
                .hasText(List.of("Next", "Later", "Later", "Later", "Later").toArray(String[]::new));
        window.inspect("first-sync-guide-empty");
        page.getByRole(AriaRole.LINK, named("Campaign and opt-in path")).click();
        assertThat(page.locator("main h1")).hasText("Campaigns");

        long path = admin.optInPath("Alerts");
        integration = admin.integration(organisation, json().add("webOptInPathId", path));
        admin.configure(integration, json().add("mobileOptInField", "Mobile_Subscriber_c"));
        home();
        assertThat(steps()).hasText(new String[] {"✓ Done", "✓ Done", "✓ Done", "Next", "Later"});
        window.inspect("first-sync-guide");
    }

    @Test
    @Order(2)
    @DisplayName("S14 activating is refused while the test of the connection fails, and says what to repair")
    void activationIsRefused() {
        window.visit("data-sync/activate.xhtml?integration=" + integration);

        assertThat(page.locator("main")).containsText("Did you mean Mobile_Subscriber__c?");
        assertThat(window.button("Activate Integration")).hasCount(0);
        window.inspect("first-sync-activate-refused");
        home();
        assertThat(steps().nth(3)).hasText("Next");
    }

    @Test
    @Order(3)
    @DisplayName("the preview says who would be texted, and changes nothing")
    void thePreviewIsRead() {
        admin.configure(integration, json().add("mobileOptInField", "Mobile_Subscriber__c"));
        for (int i = 1; i <= 7; i++) {
            organisation.add("New" + i, "+1212555010" + i, "new" + i + "@example.org", i > 2);
        }
        organisation.add("=Formula", "+12125550109", "formula@example.org", true);
        window.visit("data-sync/preview.xhtml?integration=" + integration);
        window.inspect("first-sync-preview-none");

        window.button("Make a preview").click();
        assertThat(page.getByText("6 people would get the Welcome message of the path Alerts."))
                .isVisible();
        page.locator("summary").filter(hasText("Profile Created")).click();
        assertThat(page.locator("main")).containsText("Last name (here): (empty) → New3");
        window.inspect("first-sync-preview");

        assertThat(admin.total("/profiles")).isZero();
        assertThat(admin.total("/integrations/" + integration + "/runs")).isZero();
        JsonObject preview = admin.api.get("/integrations/" + integration + "/preview");
        assertThat(preview.getString("state")).isEqualTo("READY");
        assertThat(preview.getJsonObject("findings").getJsonObject("outcomes").getInt("PROFILE_CREATED"))
                .isEqualTo(6);
    }

    @Test
    @Order(4)
    @DisplayName("S14 a passed test opens the way: the page says what the first sync does, and the guide is gone")
    void activationTellsWhatWillHappen() {
        window.visit("data-sync/activate.xhtml?integration=" + integration);

        assertThat(page.getByText("The export has 8 records: 6 new profiles.")).isVisible();
        window.inspect("first-sync-activate");
        window.button("Activate Integration").click();
        assertThat(page.locator("#messages")).containsText("is active");
        assertThat(page.locator(".mds-guide")).hasCount(0);
        assertThat(page.locator(".mds-indicator")).containsText("Active");
        window.inspect("first-sync-home-quiet");
    }

    @Test
    @Order(5)
    @DisplayName("R7.5 a running sync is followed on the home page, and stopped after a confirmation")
    void aRunIsStopped() {
        organisation.fault("{\"kind\": \"hang\", \"on\": \"report\", \"times\": 1, \"ms\": 240000}");
        JsonObject run = admin.start(integration, "NIGHTLY");
        home();
        assertThat(page.locator(".mds-running")).containsText("The nightly sync is working.");
        window.inspect("first-sync-home-running");
        window.visit("data-sync/preview.xhtml?integration=" + integration);
        window.button("Make it again").click();
        assertThat(page.locator("#messages")).containsText("The nightly sync is at work.");

        home();
        window.button("Stop").click();
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("What it has done stays done");
        window.button("Yes, go ahead").click();
        assertThat(page.locator(".mds-running")).containsText("It stops as soon as");
        organisation.noFaults();

        assertThat(admin.finished(Administrator.id(run)).getString("state")).isEqualTo("STOPPED");
        assertThat(page.locator(".mds-running")).hasCount(0);
    }

    @Test
    @Order(6)
    @DisplayName("S23 the home page shows the nights and what needs a person; each problem leads to its repair")
    void problemsLeadToTheirRepair() {
        admin.run(integration, "NIGHTLY");
        JsonObject profile = admin.profile("+12125550103");
        JsonObject contact = organisation.contacts("").getValuesAs(JsonObject.class).stream()
                .filter(one -> "New3".equals(one.getString("LastName")))
                .findFirst()
                .orElseThrow();
        organisation.edit(contact.getString("Id"), "LastName", Json.createValue("Theirs"));
        admin.api.put(
                "/profiles/" + Administrator.id(profile),
                Json.createObjectBuilder(profile).add("lastName", "Ours").build());
        admin.run(integration, "NIGHTLY");
        home();

        assertThat(page.locator("svg.mds-nights rect")).not().hasCount(0);
        page.getByText("As a table").click();
        assertThat(page.locator("main table tbody tr")).hasCount(14);
        window.inspect("first-sync-home");
        page.getByRole(AriaRole.LINK, named("1 person has fields in conflict")).click();
        assertThat(page.locator("main h1")).hasText("Field Conflicts");
    }

    @Test
    @Order(7)
    @DisplayName("R8.3 the details of a run are narrowed, sorted by the database, and exported safely")
    void theReportIsSorted() throws IOException {
        JsonObject first = admin
                .api
                .get("/integrations/" + integration + "/runs")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(run -> outcomes(run).containsKey("PROFILE_CREATED"))
                .findFirst()
                .orElseThrow();
        window.visit("data-sync/run.xhtml?id=" + Administrator.id(first));
        Locator numbers = page.locator("#records\\:table tbody tr td:first-child strong");
        page.getByLabel("Sort by").selectOption("Profile");
        window.button("Show").click();
        assertThat(numbers.first()).hasText("+12125550101");
        page.getByLabel("Sort by").selectOption("Profile, descending");
        window.button("Show").click();
        assertThat(numbers.first()).hasText("+12125550109");
        window.inspect("first-sync-run");

        Download csv = page.waitForDownload(() -> window.button("Export CSV").click());
        assertThat(Files.readString(csv.path())).contains("'=Formula").contains("New1");
        window.visit("data-sync/report.xhtml?integration=" + integration);
        window.inspect("first-sync-report");
    }

    @Test
    @Order(8)
    @DisplayName("S15 deactivating says what stays; a person may come back")
    void deactivating() {
        home();
        page.getByRole(AriaRole.LINK, named("Deactivate Integration")).click();
        assertThat(page.locator("main")).containsText("Links between profiles and contacts");
        window.button("Deactivate Integration").click();
        assertThat(page.locator(".mds-indicator")).containsText("Inactive");
        assertThat(page.locator(".mds-guide")).hasCount(0);
    }

    private void home() {
        window.visit("data-sync/");
    }

    private Locator steps() {
        return page.locator(".mds-guide-state");
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
