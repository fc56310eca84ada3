package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator works with people, campaigns and messages in the browser. Screenshots stay in the build folder. */
class PeopleBrowserIT {
    private static final LocatorAssertions.IsVisibleOptions IN_TIME =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private static Organisation organisation;
    private static Server server;
    private static Administrator admin;
    private static long integration;
    private static long alerts;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> consoleErrors = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        organisation = new Organisation();
        server = Server.startFresh("people-browser", organisation.origin());
        admin = new Administrator(server.api());
        alerts = admin.optInPath("Alerts");
        integration = admin.integration(organisation, json().add("webOptInPathId", alerts));
        admin.activate(integration);
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
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text());
            }
        });
        page.navigate(server.url() + "profiles/");
        page.getByLabel("Login").fill("admin");
        page.locator("input[type=password]").fill(Server.PASSWORD);
        button("Sign in").click();
    }

    @Test
    @DisplayName("R4.1 a file is imported: columns, preview, result, refused lines; who said STOP stays out")
    void fileIsImported() throws IOException {
        admin.stop(admin.createProfile("+12125550150", "Stopped", null));
        page.getByRole(AriaRole.LINK, named("Import profiles")).click();
        upload("empty.csv", "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".mds-field")).containsText("The file is empty.");
        inspect("import-upload");
        String file = "Cell phone;Nombre;E-mail;Shirt\r\n"
                + "(212) 555-0151;José;jose@example.org;M\r\n"
                + "212 555 0150;Stopped;;\r\n"
                + "212 555 0151;Twice;;\r\n"
                + "=1+1;Wrong;;\r\n";
        upload("people.csv", file.getBytes(Charset.forName("windows-1252")));
        assertThat(page.getByLabel("Is: Cell phone")).hasValue("phone_number");
        assertThat(page.getByLabel("Is: Nombre")).hasValue("profile_first_name");
        page.getByLabel("Is: Shirt").selectOption("Custom field with this name");
        page.getByLabel("Opt-in path").selectOption("Alerts: Alerts");
        button("Preview").click();
        assertThat(page.locator("main")).containsText("Say who obtained the consent.");
        inspect("import-columns");
        page.getByLabel("Who obtained their consent").fill("Ann");
        page.getByLabel("When they gave it").fill("3 October 2026");
        page.getByLabel("Where and how").fill("at the county fair");
        button("Preview").click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Preview"))).isVisible(IN_TIME);
        assertThat(page.locator("main")).containsText("José");
        assertThat(page.locator("main")).containsText("Line 2 has the same number.");
        assertThat(admin.total("/profiles?phone=%2B12125550151")).isZero();
        inspect("import-preview");
        button("Import now").click();
        button("Yes, go ahead").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Result"))).isVisible(IN_TIME);
        inspect("import-result");

        JsonObject jose = admin.profile("+12125550151");
        assertThat(jose.getString("status")).isEqualTo("ACTIVE_SUBSCRIBER");
        assertThat(jose.getString("firstName")).isEqualTo("José");
        assertThat(jose.getJsonObject("customFields").getString("Shirt")).isEqualTo("M");
        assertThat(admin.profile("+12125550150").getString("status")).isEqualTo("OPTED_OUT");
        Download refused = page.waitForDownload(
                () -> button("Download what is not imported").click());
        assertThat(Files.readString(refused.path(), StandardCharsets.UTF_8))
                .contains("said STOP")
                .contains("'=1+1")
                .contains("Line 2 has the same number.");

        page.navigate(server.url() + "profiles/timeline.xhtml?id=" + Administrator.id(jose));
        assertThat(page.locator("main")).containsText("Obtained by Ann, 3 October 2026, at the county fair");
        assertThat(page.locator("main")).containsText("people.csv, line 2");
        inspect("timeline");
    }

    @Test
    @DisplayName("the list is searched, narrowed and put in order; a profile says why it is as it is")
    void profilesAreFound() {
        String contact = organisation.add("Zimmer", "+12125550160", "zimmer@example.org", true);
        admin.run(integration, "NIGHTLY");
        admin.createProfile("+12125550161", "Aalto", "aalto@example.org");

        page.locator("#form\\:matched").selectOption("With a contact");
        button("Find").click();
        assertThat(page.locator("main")).containsText("Zimmer");
        assertThat(page.locator("main")).not().containsText("Aalto");
        page.locator("#form\\:matched").selectOption("With or without");
        page.locator("#form\\:order").selectOption("By last name");
        page.locator("#form\\:text").fill("example.org");
        button("Find").click();
        assertThat(page.locator("#form\\:profiles_data tr").first()).containsText("Aalto");
        inspect("profiles");
        page.getByRole(AriaRole.LINK, named("+12125550160")).click();
        assertThat(page.locator(".mds-timeline")).containsText("Profile Created");
        assertThat(page.locator("main")).containsText(contact);
        page.getByLabel("Custom fields").fill("Shirt = L");
        button("Save").click();
        assertThat(page.locator("#messages")).containsText("saved");
        assertThat(page.locator(".mds-timeline")).containsText("Shirt: (empty) → L");
        inspect("profile");
    }

    @Test
    @DisplayName("R3.6 who was too late is told next to the question, and nothing of the page is saved")
    void lateChoicesAreRefused() {
        long one = conflict("+12125550170", "one");
        long two = conflict("+12125550171", "two");
        admin.run(integration, "NIGHTLY");
        page.navigate(server.url() + "data-sync/conflicts.xhtml?integration=" + integration);
        chooseHere("Last name", "+12125550170");
        chooseHere("Last name", "+12125550171");
        settle(two);
        button("Save choices").click();

        assertThat(page.locator("#messages")).containsText("Nothing is saved");
        assertThat(section("+12125550171")).containsText("changed this conflict meanwhile");
        assertThat(section("+12125550170")).not().containsText("meanwhile");
        assertThat(choice(one).containsKey("choice")).isFalse();
        inspect("conflict-late");
        button("Save choices").click();
        assertThat(page.locator("#messages")).containsText("Your choices are saved");
        assertThat(choice(one).getString("choice")).isEqualTo("MOBILE");
    }

    @Test
    @DisplayName("R1.5 whose number it is is not decided about contacts that the person did not see")
    void lateDecisionsAreRefused() {
        String phone = "+12125550180";
        organisation.add("First", phone, null, true);
        organisation.add("Second", phone, null, true);
        admin.run(integration, "NIGHTLY");
        page.navigate(server.url() + "data-sync/matches.xhtml?integration=" + integration);
        organisation.add("Third", phone, null, true);
        admin.run(integration, "NIGHTLY");
        page.getByRole(AriaRole.BUTTON, named("None of them: " + phone)).click();
        button("Yes, go ahead").click();

        assertThat(section(phone)).containsText("was at this number meanwhile");
        assertThat(section(phone)).containsText("Third");
        inspect("matches-late");
    }

    @Test
    @DisplayName("a campaign is made in three steps, its form copied, and ended; its texts are found")
    void campaignIsMade() {
        page.navigate(server.url() + "campaigns/campaign.xhtml");
        page.getByLabel("Name of the campaign").fill("Alerts");
        button("Next").click();
        assertThat(page.locator("main")).containsText("There is a campaign with this name already.");
        page.getByLabel("Name of the campaign").fill("Votes");
        button("Next").click();
        page.getByLabel("Name of the opt-in path").fill("Website");
        inspect("campaign-step-2");
        button("Next").click();
        page.getByLabel("Welcome message").fill("Welcome to Votes!");
        inspect("campaign-step-3");
        button("Make campaign").click();
        assertThat(page.locator("#messages")).containsText("made and active");
        assertThat(page.locator("#signUpForm")).containsText("profiles/join");
        assertThat(button("Copy")).isVisible();
        inspect("path");

        page.navigate(server.url() + "messages/");
        page.getByLabel("Campaign").selectOption("Votes");
        button("Find").click();
        assertThat(page.locator("main")).containsText("No text fits.");
        inspect("messages");
    }

    private long conflict(String phone, String name) {
        String contact = organisation.add("Base", phone, name + "@example.org", true);
        admin.run(integration, "NIGHTLY");
        JsonObject profile = admin.profile(phone);
        organisation.edit(contact, "LastName", Json.createValue("Theirs"));
        admin.api.put(
                "/profiles/" + Administrator.id(profile),
                Json.createObjectBuilder(profile).add("lastName", "Ours").build());
        return Administrator.id(profile);
    }

    /** Somebody else chooses, meanwhile. */
    private void settle(long profile) {
        JsonObject field = choice(profile);
        admin.api.put(
                "/integrations/" + integration + "/conflicts/" + profile,
                json().add(
                                "fields",
                                Json.createArrayBuilder()
                                        .add(json().add("field", field.getString("field"))
                                                .add("choice", "SALESFORCE")
                                                .add("version", field.getInt("version"))))
                        .build());
    }

    private JsonObject choice(long profile) {
        return admin.api
                .get("/integrations/" + integration + "/conflicts/" + profile)
                .getJsonArray("fields")
                .getJsonObject(0);
    }

    private void chooseHere(String field, String phone) {
        page.getByLabel("Right is: " + field + " " + phone).selectOption("Ours: keep it, tell Salesforce");
    }

    private Locator section(String phone) {
        return page.locator("section[aria-label='" + phone + "']");
    }

    private void upload(String name, byte[] content) {
        page.getByLabel("File").setInputFiles(new FilePayload(name, "text/csv", content));
        button("Upload").click();
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
        assertThat(page.locator(".ui-state-loading")).hasCount(0);
        page.evaluate("Promise.all(document.getAnimations().map(animation => animation.finished))");
        for (int width : new int[] {1280, 400}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            System.getProperty("test.output"),
                            "screenshots",
                            "people-" + name + "-" + width + ".png")));
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
        assertThat(consoleErrors).as(name + " on the console").isEmpty();
        page.setViewportSize(1280, 900);
    }
}
