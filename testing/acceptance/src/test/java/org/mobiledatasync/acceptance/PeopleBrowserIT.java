package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator works with people, campaigns and messages in the browser. Screenshots stay in the build folder. */
class PeopleBrowserIT extends BrowserTest {
    private static long integration;

    @BeforeAll
    static void start() {
        start("people-browser", Map.of());
        integration = admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
        admin.activate(integration);
    }

    @BeforeEach
    void empty() {
        organisation.empty();
        window.visit("profiles/");
    }

    @Test
    @DisplayName("R4.1 a file is imported: columns, preview, result, refused lines; who said STOP stays out")
    void fileIsImported() throws IOException {
        admin.stop(admin.createProfile("+12125550150", "Stopped", null));
        page.getByRole(AriaRole.LINK, named("Import profiles")).click();
        upload("empty.csv", "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".mds-field")).containsText("The file is empty.");
        window.inspect("people-import-upload");
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
        window.button("Preview").click();
        assertThat(page.locator("main")).containsText("Say who obtained the consent.");
        window.inspect("people-import-columns");
        page.getByLabel("Who obtained their consent").fill("Ann");
        page.getByLabel("When they gave it").fill("3 October 2026");
        page.getByLabel("Where and how").fill("at the county fair");
        window.button("Preview").click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Preview"))).isVisible();
        assertThat(page.locator("main")).containsText("José");
        assertThat(page.locator("main")).containsText("Line 2 has the same number.");
        assertThat(admin.total("/profiles?phone=%2B12125550151")).isZero();
        window.inspect("people-import-preview");
        window.button("Import now").click();
        window.button("Yes, go ahead").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Result"))).isVisible();
        window.inspect("people-import-result");

        JsonObject jose = admin.profile("+12125550151");
        assertThat(jose.getString("status")).isEqualTo("ACTIVE_SUBSCRIBER");
        assertThat(jose.getString("firstName")).isEqualTo("José");
        assertThat(jose.getJsonObject("customFields").getString("Shirt")).isEqualTo("M");
        assertThat(admin.profile("+12125550150").getString("status")).isEqualTo("OPTED_OUT");
        Download refused = page.waitForDownload(
                () -> window.button("Download what is not imported").click());
        assertThat(Files.readString(refused.path(), StandardCharsets.UTF_8))
                .contains("said STOP")
                .contains("'=1+1")
                .contains("Line 2 has the same number.");

        window.visit("profiles/timeline.xhtml?id=" + Administrator.id(jose));
        assertThat(page.locator("main")).containsText("Obtained by Ann, 3 October 2026, at the county fair");
        assertThat(page.locator("main")).containsText("people.csv, line 2");
        window.inspect("people-timeline");
    }

    @Test
    @DisplayName("the list is searched, narrowed and put in order; a profile says why it is as it is")
    void profilesAreFound() {
        String contact = organisation.add("Zimmer", "+12125550160", "zimmer@example.org", true);
        admin.run(integration, "NIGHTLY");
        admin.createProfile("+12125550161", "Aalto", "aalto@example.org");

        page.locator("#form\\:matched").selectOption("With a contact");
        window.button("Find").click();
        assertThat(page.locator("main")).containsText("Zimmer");
        assertThat(page.locator("main")).not().containsText("Aalto");
        page.locator("#form\\:matched").selectOption("With or without");
        page.locator("#form\\:order").selectOption("By last name");
        page.locator("#form\\:text").fill("example.org");
        window.button("Find").click();
        assertThat(page.locator("#form\\:profiles_data tr").first()).containsText("Aalto");
        window.inspect("people-profiles");
        page.getByRole(AriaRole.LINK, named("+12125550160")).click();
        assertThat(page.locator(".mds-timeline")).containsText("Profile Created");
        assertThat(page.locator("main")).containsText(contact);
        page.getByLabel("Custom fields").fill("Shirt = L");
        window.button("Save").click();
        assertThat(page.locator("#messages")).containsText("saved");
        assertThat(page.locator(".mds-timeline")).containsText("Shirt: (empty) → L");
        window.inspect("people-profile");
    }

    @Test
    @DisplayName("R3.6 who was too late is told next to the question, and nothing of the page is saved")
    void lateChoicesAreRefused() {
        long one = conflict("+12125550170", "one");
        long two = conflict("+12125550171", "two");
        admin.run(integration, "NIGHTLY");
        window.visit("data-sync/conflicts.xhtml?integration=" + integration);
        chooseHere("Last name", "+12125550170");
        chooseHere("Last name", "+12125550171");
        settle(two);
        window.button("Save choices").click();

        assertThat(page.locator("#messages")).containsText("Nothing is saved");
        assertThat(section("+12125550171")).containsText("changed this conflict meanwhile");
        assertThat(section("+12125550170")).not().containsText("meanwhile");
        assertThat(choice(one).containsKey("choice")).isFalse();
        window.inspect("people-conflict-late");
        window.button("Save choices").click();
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
        window.visit("data-sync/matches.xhtml?integration=" + integration);
        organisation.add("Third", phone, null, true);
        admin.run(integration, "NIGHTLY");
        page.getByRole(AriaRole.BUTTON, named("None of them: " + phone)).click();
        window.button("Yes, go ahead").click();

        assertThat(section(phone)).containsText("was at this number meanwhile");
        assertThat(section(phone)).containsText("Third");
        window.inspect("people-matches-late");
    }

    @Test
    @DisplayName("a campaign is made in three steps, its form copied, and ended; its texts are found")
    void campaignIsMade() {
        window.visit("campaigns/campaign.xhtml");
        page.getByLabel("Name of the campaign").fill("Alerts");
        window.button("Next").click();
        assertThat(page.locator("main")).containsText("There is a campaign with this name already.");
        page.getByLabel("Name of the campaign").fill("Votes");
        window.button("Next").click();
        page.getByLabel("Name of the opt-in path").fill("Website");
        window.inspect("people-campaign-step-2");
        window.button("Next").click();
        page.getByLabel("Welcome message").fill("Welcome to Votes!");
        window.inspect("people-campaign-step-3");
        window.button("Make campaign").click();
        assertThat(page.locator("#messages")).containsText("made and active");
        assertThat(page.locator("#signUpForm")).containsText("profiles/join");
        assertThat(window.button("Copy")).isVisible();
        window.inspect("people-path");

        window.visit("messages/");
        page.getByLabel("Campaign").selectOption("Votes");
        window.button("Find").click();
        assertThat(page.locator("main")).containsText("No text fits.");
        window.inspect("people-messages");
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
        window.button("Upload").click();
    }
}
