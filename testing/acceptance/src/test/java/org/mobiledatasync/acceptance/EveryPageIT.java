package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page, in both languages, wide and narrow. Screenshots stay in the build folder. */
@ExtendWith(FurnishedSystem.Shared.class)
class EveryPageIT {
    private static final Path WEBAPP = Path.of(System.getProperty("project.home"), "web-module/src/main/webapp");

    private static FurnishedSystem system;
    private static Window english;
    private static Window spanish;

    @BeforeAll
    static void open(FurnishedSystem furnished) {
        system = furnished;
        english = signedIn("en-US");
        spanish = signedIn("es-MX");
    }

    private static Window signedIn(String language) {
        Window window = system.chromium.open(language);
        window.visit("account.xhtml");
        window.signIn("admin", Server.PASSWORD);
        assertThat(window.page.locator("h1")).not().isEmpty();
        return window;
    }

    @AfterAll
    static void close() {
        Stream.of(english, spanish).filter(Objects::nonNull).forEach(Window::close);
    }

    /** What to visit of each page; a page may have several looks. */
    private static Map<String, List<String>> addresses() {
        String ofIntegration = "?integration=" + system.integration;
        String ofBroken = "?integration=" + system.brokenIntegration;
        String ofCampaign = "?campaign=" + system.campaign;
        Map<String, List<String>> addresses = new TreeMap<>();
        addresses.put("index.xhtml", List.of(""));
        addresses.put("sign-in.xhtml", List.of("?ended=true"));
        addresses.put("account.xhtml", List.of(""));
        addresses.put("profiles/index.xhtml", List.of(""));
        addresses.put("profiles/profile.xhtml", List.of("", "?id=" + system.profile));
        addresses.put("profiles/timeline.xhtml", List.of("?id=" + system.profile));
        addresses.put("profiles/import.xhtml", List.of(""));
        addresses.put("campaigns/index.xhtml", List.of(""));
        addresses.put("campaigns/campaign.xhtml", List.of("", "?id=" + system.campaign));
        addresses.put("campaigns/path.xhtml", List.of(ofCampaign, ofCampaign + "&id=" + system.path));
        addresses.put("opt-in-paths/index.xhtml", List.of(""));
        addresses.put("messages/index.xhtml", List.of(""));
        addresses.put("administration/users.xhtml", List.of(""));
        addresses.put("administration/user.xhtml", List.of("", "?id=1"));
        addresses.put("administration/api-tokens.xhtml", List.of(""));
        addresses.put("administration/audit-log.xhtml", List.of(""));
        addresses.put("administration/system.xhtml", List.of(""));
        addresses.put("data-sync/index.xhtml", List.of(ofIntegration, ofBroken));
        addresses.put("data-sync/configure.xhtml", List.of("", ofIntegration));
        addresses.put("data-sync/run.xhtml", List.of("?id=" + system.run, "?id=" + system.failedRun));
        addresses.put("data-sync/test.xhtml", List.of(ofIntegration, ofBroken));
        for (String page : List.of(
                "activate", "conflicts", "deactivate", "mappings", "matches", "path-rules", "preview", "report")) {
            addresses.put("data-sync/" + page + ".xhtml", List.of(ofIntegration));
        }
        return addresses;
    }

    @Test
    void noPageIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            assertThat(files.map(file -> WEBAPP.relativize(file).toString())
                            .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF")))
                    .containsExactlyInAnyOrderElementsOf(addresses().keySet());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPage() {
        return addresses().entrySet().stream().flatMap(page -> page.getValue().stream()
                .flatMap(query -> Stream.of(
                        visit(english, "en", page.getKey(), query), visit(spanish, "es", page.getKey(), query))));
    }

    private static DynamicTest visit(Window window, String language, String page, String query) {
        String name = page.replace(".xhtml", "").replace('/', '-') + query.replaceAll("\\W+", "-") + "-" + language;
        return DynamicTest.dynamicTest(page + query + " " + language, () -> {
            window.visit(page + query);
            assertThat(window.page.locator("html")).hasAttribute("lang", language.equals("en") ? "en-US" : "es-MX");
            assertThat(window.page.locator("main")).isVisible();
            settle(window);
            if (window == english) {
                window.inspect(name);
            } else {
                window.look(name);
            }
        });
    }

    /** The test of the connection shows what it found when it is through. */
    private static void settle(Window window) {
        if (window.page.url().contains("/data-sync/test.xhtml")) {
            assertThat(window.page.locator(".mds-checks")).isVisible();
        }
    }

    @Test
    void noPageRunsForeignOrInlineScripts() {
        Response response = english.page.navigate(system.server.url() + "data-sync/index.xhtml");
        assertThat(response.headerValue("content-security-policy"))
                .contains("default-src 'none'")
                .contains("style-src 'self';")
                .matches(".*script-src 'self' 'nonce-[\\w+/=-]+';?");
        try (Window stranger = system.chromium.open("en-US")) {
            assertThat(stranger.page
                            .navigate(system.server.url() + "health/live")
                            .headerValue("content-security-policy"))
                    .contains("default-src 'none'");
        }
    }

    @Test
    void whatDoesNotExistIsSaid() {
        for (Window window : List.of(english, spanish)) {
            for (String address : List.of("nothing.xhtml", "data-sync/run.xhtml?id=987654321")) {
                window.visit(address);
                assertThat(window.takeComplaints()).allMatch(complaint -> complaint.contains("404"));
                assertThat(window.page.getByText(window == english ? "There is no such page" : "Esa página no existe"))
                        .isVisible();
                window.inspect("error-404-" + (window == english ? "en" : "es"));
            }
        }
    }

    @Test
    void theLanguageIsChosenInTheUserMenuAndKept() {
        try (Window window = signedIn("en-US")) {
            window.visit("data-sync/report.xhtml?integration=" + system.integration);
            window.page.locator(".mds-user summary").click();
            window.page.getByText("Español").click();
            assertThat(window.page.locator("h1")).hasText("Informe de sincronización");
            assertThat(window.page.url()).endsWith("report.xhtml?integration=" + system.integration);
            window.visit("profiles/index.xhtml");
            assertThat(window.page.locator("h1")).hasText("Perfiles");
            window.page.locator(".mds-user summary").click();
            window.page.getByText("English").click();
            assertThat(window.page.locator("h1")).hasText("Profiles");
        }
    }
}
