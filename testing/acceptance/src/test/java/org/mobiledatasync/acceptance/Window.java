package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A window of a browser with cookies of its own. It notes what pages complain of in the console. */
final class Window implements AutoCloseable {
    static final int WIDE = 1280;
    static final int NARROW = 400;
    static final int HEIGHT = 900;

    final BrowserContext context;
    final Page page;
    private final String url;
    private final List<String> complaints = new ArrayList<>();

    Window(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        page = tab();
    }

    /** A further tab with the same cookies. */
    Page tab() {
        Page tab = context.newPage();
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(tab.url() + " " + message.text());
            }
        });
        tab.onPageError(error -> complaints.add(tab.url() + " " + error));
        return tab;
    }

    /** @param address without a slash in front */
    void visit(String address) {
        page.navigate(url + address);
    }

    /** Signs in on the sign-in page that is shown. */
    void signIn(String login, String password) {
        page.locator("[id='form:login']").fill(login);
        page.locator("[id='form:password']").fill(password);
        page.locator("[id='form:signIn']").click();
    }

    Locator button(String text) {
        return button(page, text);
    }

    /** @param tab of this window */
    static Locator button(Page tab, String text) {
        return tab.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** What pages complained of since the last time. */
    List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    /** Looks at the page wide and narrow: nothing serious for people who use aids, and what {@link #look} looks at. */
    void inspect(String name) {
        look(name);
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, HEIGHT);
            assertThat(findings()).as(name + " at " + width).isEmpty();
        }
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** Looks at the page wide and narrow: nothing wider than the window, no text missing, no complaint in the console. */
    void look(String name) {
        comeToRest();
        for (int width : new int[] {NARROW, WIDE}) {
            page.setViewportSize(width, HEIGHT);
            shoot(name + "-" + width);
            assertFits(name + " at " + width);
        }
        assertThat(page.locator("body").innerText()).as(name).doesNotContain("???");
        assertThat(takeComplaints()).as(name + ": console").isEmpty();
    }

    /** A button that is at work, and a colour that is fading, look like nothing that stays. */
    private void comeToRest() {
        assertThat(page.locator(".ui-state-loading")).hasCount(0);
        page.evaluate("Promise.all(document.getAnimations()"
                + ".filter(animation => isFinite(animation.effect.getComputedTiming().endTime))"
                + ".map(animation => animation.finished.catch(() => {})))");
    }

    private void assertFits(String what) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(what + " needs no scrolling sideways")
                .isTrue();
    }

    private List<String> findings() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("test.output"), "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
