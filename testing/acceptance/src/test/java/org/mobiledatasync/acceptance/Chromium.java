package org.mobiledatasync.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A browser that is used by one person at a time, each in a {@link Window} with cookies of its own. */
final class Chromium implements AutoCloseable {
    /** Machines that test are busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(Path.of(
                            Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update")));
    private final String url;

    Chromium(String url) {
        this.url = url;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    /** @param language as the browser asks for it, such as "es-MX" */
    Window open(String language) {
        return new Window(
                browser.newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(Window.WIDE, Window.HEIGHT)),
                url);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
