package org.mobiledatasync.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A browser that is used by one person at a time, each in a {@link Window} with cookies of its own. */
final class Chromium implements AutoCloseable {
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
