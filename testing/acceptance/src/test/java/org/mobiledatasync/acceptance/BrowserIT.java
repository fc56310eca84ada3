package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;

import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator in the browser: signs in and reads the Synchronization Report. Screenshots stay in the build folder. */
class BrowserIT extends BrowserTest {

    @BeforeAll
    static void start() {
        start("browser", Map.of());
        long integration = admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
        admin.activate(integration);
        organisation.add("Reader", "+12125550123", "reader@example.org", true);
        organisation.add("Nophone", null, "nophone@example.org", true);
        Assertions.assertEquals("COMPLETED", admin.run(integration, "NIGHTLY").getString("state"));
    }

    @Test
    @DisplayName(
            "S23 who is not signed in is asked to; a wrong password is told; then the page is shown that was asked for")
    void signingIn() {
        try (Window stranger = stranger()) {
            stranger.visit("data-sync/");
            assertThat(stranger.page).hasURL(Pattern.compile(".*/sign-in.*"));
            stranger.signIn("admin", "wrong");
            assertThat(stranger.page.locator("body")).containsText("wrong");
            stranger.signIn("admin", Server.PASSWORD);
            assertThat(stranger.page.locator("main h1")).hasText("Data Sync");
        }
    }

    @Test
    @DisplayName("S23 open Data Sync, the Synchronization Report, a run, a class of its records")
    void theReportIsRead() {
        assertThat(page.locator(".mds-indicator")).containsText("Active");
        assertThat(page.getByText("Integration Actions")).isVisible();
        window.shoot("data-sync");

        page.getByRole(AriaRole.LINK, named("Synchronization Report")).click();
        window.shoot("report");
        page.locator("#form\\:runs a").first().click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Synchronization Summary")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, named("All Actions"))).isVisible();
        assertThat(page.locator("body")).containsText("Profile Created");
        assertThat(page.locator("body")).containsText("No Import");
        assertThat(page.locator("body")).containsText("The contact has no mobile number.");
        window.inspect("run");
    }
}
