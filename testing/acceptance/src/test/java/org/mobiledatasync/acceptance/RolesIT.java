package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which role may do what through the API, by tokens of an administrator that have a lesser role. */
@ExtendWith(FurnishedSystem.Shared.class)
class RolesIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int FORBIDDEN = 403;

    private static FurnishedSystem system;
    private static Window window;
    private static String viewer;
    private static String operator;

    @BeforeAll
    static void makeTokens(FurnishedSystem furnished) {
        system = furnished;
        window = system.chromium.open("en-US");
        window.visit("administration/api-tokens.xhtml");
        window.signIn("admin", Server.PASSWORD);
        viewer = token("role viewer", "VIEWER");
        operator = token("role operator", "OPERATOR");
    }

    @AfterAll
    static void revokeTokens() {
        revoke("role viewer");
        revoke("role operator");
        window.close();
    }

    /** What is permitted and cannot be done, for want of a thing or a right value, shows that the role was not in the way. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /integrations                  |                    | yes | yes",
                "GET    | /integrations/RESTING          |                    | yes | yes",
                "GET    | /integrations/RESTING/runs     |                    | yes | yes",
                "GET    | /integrations/RESTING/quota    |                    | yes | yes",
                "GET    | /integrations/RESTING/conflicts |                   | yes | yes",
                "GET    | /profiles                      |                    | yes | yes",
                "GET    | /campaigns                     |                    | yes | yes",
                "GET    | /messages                      |                    | yes | yes",
                "GET    | /integrations/RESTING/mappings |                    | no  | yes",
                "POST   | /integrations/RESTING/test-connection |             | no  | yes",
                "POST   | /integrations/RESTING/runs     | {~kind~:~NIGHTLY~} | no  | yes",
                "POST   | /profiles                      | {~phone~:~1~}      | no  | yes",
                "DELETE | /profiles/999999               |                    | no  | yes",
                "POST   | /profiles/999999/opt-out       | {}                 | no  | yes",
                "POST   | /campaigns                     | {~name~:~~}        | no  | yes",
                "POST   | /integrations                  | {~name~:~~}        | no  | no",
                "PUT    | /integrations/RESTING/mappings | []                 | no  | no",
                "PUT    | /integrations/RESTING/opt-in-path-rules | []        | no  | no",
                "POST   | /integrations/RESTING/activate |                    | no  | no",
                "POST   | /integrations/RESTING/deactivate |                  | no  | no",
                "DELETE | /integrations/RESTING          |                    | no  | no",
            })
    void roles(String method, String path, String body, String forViewers, String forOperators)
            throws IOException, InterruptedException {
        String address = path.replace("RESTING", String.valueOf(system.restingIntegration));

        assertThat(status(viewer, method, address, body) != FORBIDDEN).isEqualTo(forViewers.equals("yes"));
        assertThat(status(operator, method, address, body) != FORBIDDEN).isEqualTo(forOperators.equals("yes"));
    }

    @Test
    @DisplayName("a token that was revoked opens nothing any more, nor does one that never was")
    void revokedTokens() throws IOException, InterruptedException {
        String token = token("short-lived", "VIEWER");
        assertThat(status(token, "GET", "/profiles", null)).isEqualTo(200);

        revoke("short-lived");

        assertThat(status(token, "GET", "/profiles", null)).isEqualTo(401);
        assertThat(status("mds_guess", "GET", "/profiles", null)).isEqualTo(401);
    }

    private static String token(String name, String role) {
        window.visit("administration/api-tokens.xhtml");
        window.page.locator("#form\\:name").fill(name);
        window.page.locator("#form\\:role").selectOption(role);
        window.button("Create token").click();
        assertThat(window.page.locator("#token")).isVisible();
        return window.page.locator("#token").textContent().strip();
    }

    private static void revoke(String name) {
        window.visit("administration/api-tokens.xhtml");
        window.button("Revoke " + name).click();
        window.page.locator(".ui-confirmdialog-yes").click();
        assertThat(window.page.locator("#list\\:tokens")).not().containsText(name);
    }

    private static int status(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.server.url() + "api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('~', '"')));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
