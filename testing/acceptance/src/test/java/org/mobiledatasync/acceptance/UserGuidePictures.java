package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes the pictures of the user guide anew. No build runs it: its name is not that of a test. CONTRIBUTING tells the
 * command.
 */
@ExtendWith(FurnishedSystem.Shared.class)
class UserGuidePictures {
    private static final Path IMAGES = Path.of(System.getProperty("project.home"), "docs/images");
    private static final int WIDTH = 1200;

    private Window window;

    @Test
    void take(FurnishedSystem system) {
        String ofIntegration = "?integration=" + system.integration;
        window = system.chromium.open("en-US");
        window.visit("data-sync/index.xhtml" + ofIntegration);
        take("sign-in", 420);
        window.signIn("admin", Server.PASSWORD);
        assertThat(window.page.locator(".mds-beside")).isVisible();
        take("home", 700);
        take("opt-in-path", "campaigns/path.xhtml?campaign=" + system.campaign + "&id=" + system.path, 640);
        take("configure", "data-sync/configure.xhtml" + ofIntegration, 760);
        take("mappings", "data-sync/mappings.xhtml" + ofIntegration, 640);
        window.visit("data-sync/test.xhtml" + ofIntegration);
        assertThat(window.page.locator(".mds-checks")).isVisible();
        take("test", 640);
        window.visit("data-sync/activate.xhtml?integration=" + system.restingIntegration);
        assertThat(window.page.getByText("The export has")).isVisible();
        take("activate", 640);
        take("run", "data-sync/run.xhtml?id=" + system.run, 760);
        take("conflicts", "data-sync/conflicts.xhtml" + ofIntegration, 520);
        take("matches", "data-sync/matches.xhtml" + ofIntegration, 520);
        take("profile", "profiles/profile.xhtml?id=" + system.profile, 640);
        takePreview(ofIntegration);
        takeImport();
        window.close();
    }

    private void takePreview(String ofIntegration) {
        window.visit("data-sync/preview.xhtml" + ofIntegration);
        window.button("Make a preview").click();
        assertThat(window.button("Make it again")).isVisible();
        take("preview", 640);
    }

    private void takeImport() {
        window.visit("profiles/import.xhtml");
        window.page
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "members.csv",
                        "text/csv",
                        "Mobile,First name,Last name,Member since\n212 555 0150,Ada,Li,2019\n212 555 0151,Sam,Cole,2021\n"
                                .getBytes(StandardCharsets.UTF_8)));
        window.button("Upload").click();
        assertThat(window.button("Preview")).isVisible();
        take("import", 640);
    }

    private void take(String name, String address, int height) {
        window.visit(address);
        take(name, height);
    }

    /** Only the upper part: the guide shows where one is, not all that is there. */
    private void take(String name, int height) {
        window.page.setViewportSize(WIDTH, height);
        window.page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }
}
