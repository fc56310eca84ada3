package org.mobiledatasync.simulator.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a page of Salesforce answers without a session: never 401, but the way to the login page. */
public final class LoginPage {

    private LoginPage() {}

    /**
     * The answer in place of the page.
     *
     * @param form {@code redirect} for a 302, {@code html} for a page with status 200 that a script leads on from
     */
    public static Answer insteadOf(Request request, String form) {
        return form.equals("html") ? page(request) : Answer.redirect(address(request));
    }

    /** The login page itself. */
    public static Answer page(Request request) {
        String page =
                """
                <!DOCTYPE HTML>
                <html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
                <title>Login | Salesforce</title>
                <script>if (this.SfdcApp && this.SfdcApp.projectOneNavigator) { \
                SfdcApp.projectOneNavigator.handleRedirect('%1$s'); } else if (window.location.replace) { \
                window.location.replace('%1$s'); } else { window.location.href = '%1$s'; }</script></head>
                <body><form name="login" method="post" action="/"><input name="username"><input name="pw" \
                type="password"></form></body></html>
                """;
        return Answer.text(200, Answer.HTML, String.format(page, Xml.escaped(address(request))));
    }

    private static String address(Request request) {
        return "/?ec=302&startURL=" + URLEncoder.encode(request.target(), StandardCharsets.UTF_8);
    }
}
