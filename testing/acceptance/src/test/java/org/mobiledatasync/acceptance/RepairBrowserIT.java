package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator decides in the browser what a run left open. Screenshots stay in the build folder. */
class RepairBrowserIT {
    private static Organisation organisation;
    private static Server server;
    private static Administrator admin;
    private static long integration;
    private static Playwright playwright;
    private static Browser browser;

    private Page page;

    @BeforeAll
    static void start() {
        organisation = new Organisation();
        server = Server.startFresh("repair-browser", organisation.origin());
        admin = new Administrator(server.api());
        integration = admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
        admin.activate(integration);
        admin.optInPath("Nurses");
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(
                                Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-background-networking", "--disable-component-update")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
        server.close();
        organisation.close();
    }

    @BeforeEach
    void signIn() {
        organisation.empty();
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
        page.navigate(server.url() + "data-sync/");
        page.getByLabel("Login").fill("admin");
        page.locator("input[type=password]").fill(Server.PASSWORD);
        button("Sign in").click();
    }

    @Test
    @DisplayName("R3.6 a conflict is settled by clicking; the next nightly sync carries it out")
    void conflictIsSettled() {
        String phone = "+12125550123";
        String contact = organisation.add("Base", phone, "base@example.org", true);
        admin.run(integration, "NIGHTLY");
        JsonObject profile = admin.profile(phone);
        organisation.edit(contact, "LastName", Json.createValue("Theirs"));
        organisation.edit(contact, "Email", Json.createValue("theirs@example.org"));
        admin.api.put(
                "/profiles/" + Administrator.id(profile),
                Json.createObjectBuilder(profile)
                        .add("lastName", "Ours")
                        .add("email", "ours@example.org")
                        .build());
        JsonObject run = admin.run(integration, "NIGHTLY");

        page.navigate(server.url() + "data-sync/run.xhtml?id=" + Administrator.id(run) + "&outcome=FIELD_CONFLICT");
        page.getByText("Settle the conflict").click();
        inspect("conflict");
        choose("Last name", "Ours: keep it, tell Salesforce");
        choose("E-mail", "Salesforce's: take it");
        button("Save choices").click();
        assertThat(page.locator("#messages")).containsText("Your choices are saved");
        inspect("conflict-chosen");

        assertThat(outcomes(admin.run(integration, "NIGHTLY"))).isEqualTo(Map.of("PROFILE_AND_CONTACT_UPDATED", 1));
        assertThat(organisation.contact(contact).getString("LastName")).isEqualTo("Ours");
        assertThat(admin.profile(phone).getString("email")).isEqualTo("theirs@example.org");
        page.reload();
        assertThat(page.locator("main")).containsText("No field is in conflict.");
    }

    @Test
    @DisplayName("R1.5 a contact is chosen by clicking, and taken back; the home page says what waits")
    void contactIsChosen() {
        String phone = "+12125550124";
        organisation.add("One", phone, null, true);
        String two = organisation.add("Two", phone, "two@example.org", true);
        admin.run(integration, "NIGHTLY");

        page.navigate(server.url() + "data-sync/");
        inspect("home");
        page.getByText("1 number belongs to several contacts").click();
        inspect("matches");
        page.getByRole(AriaRole.BUTTON, named("This one: " + two)).click();
        button("Yes, go ahead").click();
        assertThat(page.locator("#messages")).containsText("The contact is chosen");
        inspect("matches-chosen");

        assertThat(outcomes(admin.run(integration, "NIGHTLY")))
                .isEqualTo(Map.of("PROFILE_CREATED", 1, "SKIPPED_MEMBERS", 1));
        assertThat(admin.profile(phone).getString("lastName")).isEqualTo("Two");
        page.reload();
        page.getByRole(AriaRole.BUTTON, named("Take back: " + phone)).click();
        button("Yes, go ahead").click();
        assertThat(page.locator("#messages")).containsText("The decision is taken back");
    }

    @Test
    @DisplayName("R4.7 opt-in path rules are added, put in order and saved; what is wrong is said in its row")
    void pathRules() {
        page.navigate(server.url() + "data-sync/path-rules.xhtml?integration=" + integration);
        button("Add rule").click();
        page.getByLabel("CSV heading or API field 1").fill("Member Type");
        button("Save").click();
        assertThat(page.locator("main")).containsText("Enter the value that the column must hold.");
        assertThat(page.locator("main")).containsText("Choose an opt-in path.");
        inspect("path-rules-wrong");
        page.getByLabel("Value 1").fill("Nurse");
        page.getByLabel("Opt-in path 1").selectOption("Nurses: Nurses");
        button("Add rule").click();
        page.getByLabel("CSV heading or API field 2").fill("Member Type");
        page.getByLabel("Value 2").fill("Doctor");
        page.getByLabel("Opt-in path 2").selectOption("Alerts: Alerts");
        page.getByRole(AriaRole.BUTTON, named("Up: 2")).click();
        assertThat(page.getByLabel("Value 1")).hasValue("Doctor");
        button("Save").click();
        assertThat(page.locator("#messages")).containsText("The opt-in path rules are saved");
        inspect("path-rules");

        assertThat(admin.api
                        .list("/integrations/" + integration + "/opt-in-path-rules")
                        .asJsonArray()
                        .getValuesAs(JsonObject.class))
                .extracting(rule -> rule.getString("value"))
                .containsExactly("Doctor", "Nurse");
        page.getByRole(AriaRole.BUTTON, named("Remove: 1")).click();
        page.getByRole(AriaRole.BUTTON, named("Remove: 1")).click();
        assertThat(page.getByLabel("Value 1")).hasCount(0);
        button("Save").click();
        assertThat(page.locator("#messages")).containsText("saved");
    }

    private void choose(String field, String label) {
        page.getByLabel("Right is: " + field).selectOption(label);
    }

    private Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Looks at the page wide and narrow: nothing serious for people who use aids, nothing wider than the window. */
    private void inspect(String name) {
        for (int width : new int[] {1280, 400}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            System.getProperty("test.output"),
                            "screenshots",
                            "repair-" + name + "-" + width + ".png")));
            assertThat(new AxeBuilder(page)
                            .analyze().getViolations().stream()
                                    .filter(rule ->
                                            List.of("serious", "critical").contains(rule.getImpact()))
                                    .map(rule -> rule.getId() + " "
                                            + rule.getNodes().get(0).getHtml()))
                    .as(name + " at " + width)
                    .isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(name + " at " + width + " needs no scrolling sideways")
                    .isTrue();
        }
        page.setViewportSize(1280, 900);
    }
}
