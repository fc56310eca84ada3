package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with browsers: keyboard only, back, double clicks, lunch breaks, several tabs. */
class BrowserHabitsIT extends FurnishedBrowserTest {
    private static final int MOST_TABS = 120;

    @BeforeEach
    void signIn() {
        signInTo("data-sync/index.xhtml?integration=" + system.integration, "Data Sync");
    }

    @Test
    void anIntegrationIsMadeByKeyboardOnly() {
        page.keyboard().press("Tab");
        assertThat(page.locator(".mds-skip")).isFocused();
        tabTo(window.button("Create"));
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Configure Integration");
        type("Login", "keyboard@example.org");
        type("Password", "simulator-password");
        tabTo(field("Web opt-in path"));
        page.keyboard().press("ArrowDown");
        String path = field("Web opt-in path").inputValue();
        type("Security token", "SIMTOKEN");
        type("API host name", system.organisation.authority());
        type("Custom Export URL", system.organisation.exportUrl());
        type("Default last name", "Mobile subscriber");
        type("Mobile opt-in field name", "Mobile_Subscriber__c");
        type("Daily API Quota", "100");
        tabTo(page.getByLabel("Conservative", new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().press("ArrowDown");
        type("Integration name", "Keyboard");
        tabTo(window.button("Update"));
        page.keyboard().press("Enter");
        assertThat(page.locator("#messages")).containsText("Integration Keyboard is saved.");

        JsonObject made =
                system.admin.api.get("/integrations").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .filter(integration -> integration.getString("name").equals("Keyboard"))
                        .findFirst()
                        .orElseThrow();
        assertThat(made.getString("syncType")).isEqualTo("LIBERAL");
        assertThat(made.get("webOptInPathId")).hasToString(path);
    }

    @Test
    void theUserMenuOpensAndClosesByKeyboard() {
        tabTo(page.locator(".mds-user summary"));
        page.keyboard().press("Enter");
        assertThat(page.getByText("My account")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("My account")).isHidden();
    }

    @Test
    void theBackButtonAfterSavingRepeatsNothing() {
        int before = system.admin.total("/profiles");
        window.visit("profiles/profile.xhtml");
        page.locator("#form\\:phone").fill("+12125550190");
        window.button("Save").click();
        assertThat(page.locator("h1")).hasText("+12125550190");
        page.goBack();
        assertThat(page.locator("h1")).hasText("New profile");
        page.goForward();
        assertThat(page.locator("h1")).hasText("+12125550190");
        page.reload();
        assertThat(system.admin.total("/profiles")).isEqualTo(before + 1);
    }

    @Test
    void theBackButtonLeadsToWhatWasFoundAndToItsPage() {
        for (int person = 0; person < 51; person++) {
            system.admin.createProfile("+12125557%03d".formatted(person), "Leafed", null);
        }
        window.visit("profiles/index.xhtml");
        field("Search").fill("Leafed");
        field("Status").selectOption("No Subscriptions");
        window.button("Find").click();
        assertThat(page.locator("#form\\:profiles_data tr")).hasCount(50);
        page.locator(".ui-paginator-next").click();
        assertThat(page.locator("#form\\:profiles_data tr")).hasCount(1);
        window.shoot("profiles-second-page");
        page.locator("#form\\:profiles_data a").click();
        assertThat(page.locator("h2").first()).isVisible();
        page.goBack();

        assertThat(field("Search")).hasValue("Leafed");
        assertThat(field("Status").locator("option:checked")).hasText("No Subscriptions");
        assertThat(page.locator("#form\\:profiles_data tr")).hasCount(1);
        window.button("Find").click();
        assertThat(page.locator("#form\\:profiles_data tr")).hasCount(50);
    }

    @Test
    void theFiltersOfTextsAndOfTheAuditLogStandInTheAddress() {
        window.visit("messages/index.xhtml");
        field("State").selectOption("Sent");
        window.button("Find").click();
        assertThat(page).hasURL(Pattern.compile(".*[?&]state=SENT.*"));
        window.visit("administration/audit-log.xhtml");
        field("About").selectOption("Campaign");
        window.button("Find").click();
        assertThat(page).hasURL(Pattern.compile(".*[?&]kind=Campaign.*"));
        page.reload();
        assertThat(field("About")).hasValue("Campaign");
    }

    @Test
    void aDoubleClickSendsAFormOnce() {
        window.visit("administration/api-tokens.xhtml");
        field("Name").fill("Double");
        window.button("Create token").dblclick();
        assertThat(page.locator("#token")).isVisible();
        assertThat(page.locator("#list\\:tokens_data tr", new Page.LocatorOptions().setHasText("Double")))
                .hasCount(1);
    }

    @Test
    void afterALongBreakOneIsToldAndGetsBackToThePage() {
        window.visit("campaigns/campaign.xhtml?id=" + system.campaign);
        field("Name").fill("Never saved");
        loseSession();
        window.button("Save").click();
        assertThat(page.locator(".mds-note")).containsText("You were signed out");
        window.shoot("sign-in-ended");
        window.signIn("admin", Server.PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/campaigns/campaign\\.xhtml\\?id=" + system.campaign));
        assertThat(field("Name")).hasValue("Text alerts");
    }

    @Test
    void anAjaxClickAfterALongBreakLeadsToTheSignInToo() {
        window.visit("data-sync/path-rules.xhtml?integration=" + system.integration);
        loseSession();
        window.button("Add rule").click();
        assertThat(page.locator(".mds-note")).containsText("You were signed out");
    }

    @Test
    void ofTwoTabsWithTheSameFormTheSecondIsToldThatTheFirstSaved() {
        Page second = window.tab();
        String address = "data-sync/configure.xhtml?integration=" + system.integration;
        window.visit(address);
        second.navigate(page.url());
        field("Notes").fill("From the first tab.");
        window.button("Update").click();
        assertThat(page.locator("#messages")).containsText("is saved");
        second.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true)).fill("From the second tab.");
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Update"))
                .click();
        assertThat(second.locator("#messages")).containsText("somebody else changed this meanwhile");
        window.visit(address);
        assertThat(field("Notes")).hasValue("From the first tab.");
    }

    @Test
    void aTabFromBeforeSigningInAnewIsTooOldAndSaysSo() {
        Page old = window.tab();
        old.navigate(page.url().replaceAll("/data-sync/.*", "/campaigns/campaign.xhtml?id=" + system.campaign));
        page.locator(".mds-user summary").click();
        page.getByText("Sign out").click();
        window.signIn("admin", Server.PASSWORD);
        assertThat(page.locator(".mds-user")).isVisible();
        old.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(old.locator("h1")).hasText("This page is too old");
        assertThat(window.takeComplaints()).allMatch(complaint -> complaint.contains("500"));
        old.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the page again"))
                .click();
        assertThat(old.locator("h1")).hasText("Text alerts");
    }

    /** As the server does with it after an hour: the browser's session is none that it knows. */
    private void loseSession() {
        List<Cookie> cookies = window.context.cookies();
        window.context.clearCookies();
        window.context.addCookies(cookies.stream()
                .map(cookie -> new Cookie(cookie.name, cookie.name.equals("JSESSIONID") ? "0000" : cookie.value)
                        .setDomain(cookie.domain)
                        .setPath(cookie.path))
                .toList());
    }

    private Locator field(String label) {
        return page.locator("input, select, textarea").and(page.getByLabel(Pattern.compile("^" + label + " ?\\*?$")));
    }

    private void type(String label, String text) {
        tabTo(field(label));
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    private void tabTo(Locator target) {
        for (int pressed = 0; pressed < MOST_TABS; pressed++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        fail("Tab does not lead to " + target);
    }
}
