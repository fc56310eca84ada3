package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Base of the tests in which an administrator works in a browser with the furnished system, which other classes use too:
 * each test makes what it changes. No page may complain in the console.
 */
@ExtendWith(FurnishedSystem.Shared.class)
abstract class FurnishedBrowserTest {
    static FurnishedSystem system;

    Window window;
    Page page;

    @BeforeAll
    static void use(FurnishedSystem furnished) {
        system = furnished;
    }

    /** Signs in on the way to a page. */
    void signInTo(String address, String heading) {
        window = system.chromium.open("en-US");
        page = window.page;
        window.visit(address);
        window.signIn("admin", Server.PASSWORD);
        assertThat(page.locator("h1")).hasText(heading);
    }

    @AfterEach
    void noPageComplained() {
        List<String> complaints = window.takeComplaints();
        window.close();
        assertThat(complaints).isEmpty();
    }
}
