package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator decides in the browser what a run left open. Screenshots stay in the build folder. */
class RepairBrowserIT extends BrowserTest {
    private static long integration;

    @BeforeAll
    static void start() {
        start("repair-browser", Map.of());
        integration = admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
        admin.activate(integration);
        admin.optInPath("Nurses");
    }

    @BeforeEach
    void empty() {
        organisation.empty();
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

        window.visit("data-sync/run.xhtml?id=" + Administrator.id(run) + "&outcome=FIELD_CONFLICT");
        page.getByText("Settle the conflict").click();
        window.inspect("repair-conflict");
        choose("Last name", "Ours: keep it, tell Salesforce");
        choose("E-mail", "Salesforce's: take it");
        window.button("Save choices").click();
        assertThat(page.locator("#messages")).containsText("Your choices are saved");
        window.inspect("repair-conflict-chosen");

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

        window.visit("data-sync/");
        window.inspect("repair-home");
        page.getByText("1 number belongs to several contacts").click();
        window.inspect("repair-matches");
        page.getByRole(AriaRole.BUTTON, named("This one: " + two)).click();
        window.button("Yes, go ahead").click();
        assertThat(page.locator("#messages")).containsText("The contact is chosen");
        window.inspect("repair-matches-chosen");

        assertThat(outcomes(admin.run(integration, "NIGHTLY")))
                .isEqualTo(Map.of("PROFILE_CREATED", 1, "SKIPPED_MEMBERS", 1));
        assertThat(admin.profile(phone).getString("lastName")).isEqualTo("Two");
        page.reload();
        page.getByRole(AriaRole.BUTTON, named("Take back: " + phone)).click();
        window.button("Yes, go ahead").click();
        assertThat(page.locator("#messages")).containsText("The decision is taken back");
    }

    @Test
    @DisplayName("R4.7 opt-in path rules are added, put in order and saved; what is wrong is said in its row")
    void pathRules() {
        window.visit("data-sync/path-rules.xhtml?integration=" + integration);
        window.button("Add rule").click();
        page.getByLabel("CSV heading or API field 1").fill("Member Type");
        window.button("Save").click();
        assertThat(page.locator("main")).containsText("Enter the value that the column must hold.");
        assertThat(page.locator("main")).containsText("Choose an opt-in path.");
        window.inspect("repair-path-rules-wrong");
        page.getByLabel("Value 1").fill("Nurse");
        page.getByLabel("Opt-in path 1").selectOption("Nurses: Nurses");
        window.button("Add rule").click();
        page.getByLabel("CSV heading or API field 2").fill("Member Type");
        page.getByLabel("Value 2").fill("Doctor");
        page.getByLabel("Opt-in path 2").selectOption("Alerts: Alerts");
        page.getByRole(AriaRole.BUTTON, named("Up: 2")).click();
        assertThat(page.getByLabel("Value 1")).hasValue("Doctor");
        window.button("Save").click();
        assertThat(page.locator("#messages")).containsText("The opt-in path rules are saved");
        window.inspect("repair-path-rules");

        assertThat(admin.api
                        .list("/integrations/" + integration + "/opt-in-path-rules")
                        .asJsonArray()
                        .getValuesAs(JsonObject.class))
                .extracting(rule -> rule.getString("value"))
                .containsExactly("Doctor", "Nurse");
        page.getByRole(AriaRole.BUTTON, named("Remove: 1")).click();
        page.getByRole(AriaRole.BUTTON, named("Remove: 1")).click();
        assertThat(page.getByLabel("Value 1")).hasCount(0);
        window.button("Save").click();
        assertThat(page.locator("#messages")).containsText("saved");
    }

    private void choose(String field, String label) {
        page.getByLabel("Right is: " + field).selectOption(label);
    }
}
