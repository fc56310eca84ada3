package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done is said where people look: beside the field that it concerns, otherwise on top, in sight. */
class RefusalsIT extends FurnishedBrowserTest {
    @BeforeEach
    void signIn() {
        signInTo("administration/users.xhtml", "Users");
    }

    @Test
    void theLastAdministratorStaysAndThePageSaysSo() {
        link("admin").click();
        page.setViewportSize(Window.NARROW, 500);
        window.button("Remove user").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#messages")).containsText("This is the last administrator.");
        assertThat(page.locator("#messages .mds-error")).isInViewport();
        window.look("refusal-last-administrator");
    }

    @Test
    void aPasswordThatIsTooShortIsToldNextToIt() {
        link("admin").click();
        page.locator("[id='passwordForm:newPassword']").fill("short");
        window.button("Set password").click();
        assertThat(page.locator("#passwordForm .ui-message-error")).containsText("A password needs at least");
        window.look("refusal-password");
    }

    @Test
    void aCustomFieldIsToldNextToAllOfThemAlsoWhenItIsCalledLikeAnother() {
        window.visit("profiles/profile.xhtml?id=" + system.profile);
        page.locator("#form\\:customFields").fill("city = " + "x".repeat(4001));
        window.button("Save").click();
        assertThat(field("customFields")).containsText("This has up to 4000 characters");
        assertThat(field("city")).not().containsText("characters");
        assertThat(page.locator("#messages .mds-error")).hasCount(0);
        window.look("refusal-profile");
    }

    @Test
    void aSecondRunIsRefusedAndThePollLeavesTheMessageStanding() {
        system.organisation.fault("{\"kind\": \"hang\", \"on\": \"any\", \"times\": 1, \"ms\": 60000}");
        JsonObject run = system.admin.start(system.integration, "NIGHTLY");
        try {
            window.visit("data-sync/index.xhtml?integration=" + system.integration);
            page.waitForResponse(response -> response.request().method().equals("POST"), () -> {});
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run now: Nightly sync"))
                    .click();
            page.locator(".ui-confirmdialog-yes").click();
            assertThat(page.locator("#messages")).containsText("A run of this kind is already at work.");
            page.waitForResponse(response -> response.request().method().equals("POST"), () -> {});
            assertThat(page.locator("#messages")).containsText("A run of this kind is already at work.");
            window.look("refusal-run-now");
        } finally {
            system.organisation.noFaults();
            system.admin.finished(Administrator.id(run));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign", "path", "profile", "user", "path-rules"})
    void ofTwoTabsTheSecondIsToldAndMaySaveOverTheFirst(String form) {
        window.visit(addressOf(form));
        Page second = window.tab();
        second.navigate(page.url());
        change(page, form, "First");
        window.button("Save").click();
        assertThat(page.locator("#messages .mds-info")).isVisible();

        change(second, form, "Second");
        Window.button(second, "Save").click();
        assertThat(second.locator("#messages")).containsText("somebody else changed this meanwhile");
        Window.button(second, "Save mine all the same").click();
        assertThat(second.locator("#messages .mds-info")).isVisible();
    }

    /** Of something that the test may change. */
    private String addressOf(String form) {
        return switch (form) {
            case "campaign", "path" -> {
                String name = "Two tabs with a " + form;
                long path = system.admin.optInPath(name);
                long campaign = campaignOf(name);
                yield form.equals("path")
                        ? "campaigns/path.xhtml?campaign=" + campaign + "&id=" + path
                        : "campaigns/campaign.xhtml?id=" + campaign;
            }
            case "profile" -> "profiles/profile.xhtml?id=" + system.admin.createProfile("+12125550191", "Tabs", null);
            case "user" -> {
                makeUser();
                yield page.url().replaceAll(".*/administration/", "administration/");
            }
            default -> "data-sync/path-rules.xhtml?integration=" + system.restingIntegration;
        };
    }

    private static long campaignOf(String name) {
        return system.admin.api.get("/campaigns").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(campaign -> campaign.getString("name").equals(name))
                .mapToLong(Administrator::id)
                .findFirst()
                .orElseThrow();
    }

    /** Ends on the page of the user that it makes. */
    private void makeUser() {
        window.visit("administration/user.xhtml");
        page.locator("#form\\:login").fill("tabs");
        page.locator("#form\\:password").fill("A long password");
        window.button("Save").click();
        link("tabs").click();
        assertThat(page.locator("h1")).hasText("tabs");
    }

    private static void change(Page tab, String form, String text) {
        switch (form) {
            case "campaign", "path" -> tab.locator("#form\\:name").fill(text + " " + form);
            case "profile" -> tab.locator("#form\\:lastName").fill(text);
            case "user" -> tab.locator("#form\\:role").selectOption(text.equals("First") ? "OPERATOR" : "VIEWER");
            default -> {
                Window.button(tab, "Add rule").click();
                tab.getByLabel("CSV heading or API field 1").fill("Member Type");
                tab.getByLabel("Value 1").fill(text);
                tab.getByLabel("Opt-in path 1").selectOption("Text alerts: Text alerts");
            }
        }
    }

    private Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** The part of the form with that input: its label, and what is said of it. */
    private Locator field(String input) {
        return page.locator(".mds-field")
                .filter(new Locator.FilterOptions().setHas(page.locator("[id='form:" + input + "']")));
    }
}
