package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator in the browser: signs in and reads the Synchronization Report. Screenshots stay in the build folder. */
class BrowserIT {
    private static Organisation organisation;
    private static Server server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        organisation = new Organisation();
        server = Server.startFresh("browser", organisation.origin());
        Administrator admin = new Administrator(server.api());
        long integration = admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
        admin.activate(integration);
        organisation.add("Reader", "+12125550123", "reader@example.org", true);
        organisation.add("Nophone", null, "nophone@example.org", true);
        Assertions.assertEquals("COMPLETED", admin.run(integration, "NIGHTLY").getString("state"));
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

    @Test
    @DisplayName("S23 sign in, open Data Sync, the Synchronization Report, a run, a class of its records")
    void theReportIsRead() {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
        page.navigate(server.url() + "data-sync/");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        signIn(page, "wrong");
        assertThat(page.locator("body")).containsText("wrong");
        signIn(page, Server.PASSWORD);

        assertThat(page.getByRole(AriaRole.HEADING, named("Data Sync"))).isVisible();
        assertThat(page.locator(".mds-indicator")).containsText("Active");
        assertThat(page.getByText("Integration Actions")).isVisible();
        shoot(page, "data-sync");

        page.getByRole(AriaRole.LINK, link("Synchronization Report")).click();
        shoot(page, "report");
        page.locator("#form\\:runs a").first().click();

        assertThat(page.getByRole(AriaRole.HEADING, link("Synchronization Summary")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, link("All Actions"))).isVisible();
        assertThat(page.locator("body")).containsText("Profile Created");
        assertThat(page.locator("body")).containsText("No Import");
        assertThat(page.locator("body")).containsText("The contact has no mobile number.");
        shoot(page, "run");
        page.setViewportSize(400, 800);
        shoot(page, "run-narrow");
    }

    private static void signIn(Page page, String password) {
        page.getByLabel("Login").fill("admin");
        page.locator("input[type=password]").fill(password);
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Sign in"))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(1);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("test.output"), "screenshots", name + ".png")));
    }
}
