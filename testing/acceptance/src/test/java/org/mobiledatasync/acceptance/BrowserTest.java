package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Base of the tests in which an administrator works in a browser: one server and one browser for all tests of a class, and
 * for each test a window that is signed in on the Data Sync home. No page may complain in the console.
 */
abstract class BrowserTest {
    static Organisation organisation;
    static Server server;
    static Administrator admin;
    private static Chromium chromium;

    Window window;
    Page page;

    /**
     * Starts a server with nothing in it yet.
     *
     * @param name of its folder, one for each class
     */
    static void start(String name, Map<String, String> settings) {
        organisation = new Organisation();
        server = Server.start(Server.emptyFolder(name), organisation.origin(), settings);
        admin = new Administrator(server.api());
        chromium = new Chromium(server.url());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
        organisation.close();
    }

    @BeforeEach
    void open() {
        window = signedIn();
        page = window.page;
    }

    @AfterEach
    void close() {
        List<String> complaints = window.takeComplaints();
        window.close();
        assertThat(complaints).as("console").isEmpty();
    }

    static Window stranger() {
        return chromium.open("en-US");
    }

    static Window signedIn() {
        Window opened = stranger();
        opened.visit("data-sync/");
        opened.signIn("admin", Server.PASSWORD);
        assertThat(opened.page.locator("main h1")).hasText("Data Sync");
        return opened;
    }

    /** For links and buttons by their name, or a part of it. */
    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
