package org.mobiledatasync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.simulator.oauth.OAuthApi;

/** An administrator sets the integration up in the browser. Screenshots stay in the build folder. */
class ConfigurationBrowserIT extends BrowserTest {
    private static long integration;

    @BeforeAll
    static void start() {
        start("configuration-browser", Map.of("SIGN_UPS_PER_MINUTE", "3"));
        integration = admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
        organisation.add("Reader", "(212) 555-0123", "reader@example.org", true);
    }

    @Test
    @DisplayName(
            "S2 two tabs: the lost update is told, nothing typed is lost, secrets stay on the server, and it can be saved")
    void lostUpdateOfTheConfiguration() {
        visit("configure");
        Page other = window.tab();
        other.navigate(page.url());
        other.getByLabel("Notes", exact()).fill("from the other tab");
        Window.button(other, "Update").click();
        assertThat(other.locator("#messages")).containsText("is saved");

        replace("Password", "password", "simulator-password");
        page.getByLabel("Default last name", exact()).fill("Subscriber");
        page.getByLabel("API host name", exact()).fill(" https://" + organisation.authority() + "/home ");
        window.button("Update").click();

        assertThat(page.locator("#messages")).containsText("somebody else changed this");
        assertThat(page.getByLabel("Default last name", exact())).hasValue("Subscriber");
        assertThat(page.getByText("Typed, and not saved yet.")).isVisible();
        assertThat(page.content()).doesNotContain("simulator-password").doesNotContain("SIMTOKEN");
        window.inspect("configuration-lost-update");
        window.button("Save mine all the same").click();

        assertThat(page.locator("#messages"))
                .containsText("The API host name was corrected to " + organisation.authority());
        assertThat(page.locator("#messages")).containsText("Summer \u201927");
        assertThat(page.locator("#messages")).not().containsText("default last name is blank");
        assertThat(admin.api.get("/integrations/" + integration).getString("defaultLastName"))
                .isEqualTo("Subscriber");
        assertThat(admin.api
                        .post("/integrations/" + integration + "/test-connection", json().build())
                        .getBoolean("ok"))
                .isTrue();
    }

    @Test
    @DisplayName("S2 the fields of the chosen sign-in method are shown; a wrong key is named; a right one signs in")
    void signInByKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        organisation.settings(json().add(
                        "appPublicKey",
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))
                .build()
                .toString());
        visit("configure");
        page.getByLabel("Sign-in method", exact()).selectOption("JWT_BEARER");
        assertThat(page.locator("#form\\:clientId")).isVisible();
        assertThat(page.locator("#form\\:clientSecret")).isHidden();
        assertThat(page.getByText("Summer \u201927")).isHidden();
        page.getByLabel("Consumer key", exact()).fill(OAuthApi.CONSUMER_KEY);
        page.locator("#form\\:privateKey").fill("-----BEGIN RSA PRIVATE KEY-----AAAA-----END RSA PRIVATE KEY-----");
        window.button("Update").click();
        assertThat(page.locator("main")).containsText("openssl pkcs8");
        window.inspect("configuration-private-key");

        replace(
                "Private key",
                "privateKey",
                "-----BEGIN PRIVATE KEY-----"
                        + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
                        + "-----END PRIVATE KEY-----");
        window.button("Update").click();
        assertThat(page.locator("#messages")).containsText("is saved");
        visit("test");
        assertThat(page.locator(".mds-note-good")).containsText("Everything is in order.");
        assertThat(page.locator(".mds-checks")).containsText("The user may export the report.");
        assertThat(page.locator("main")).containsText("+12125550123");
        window.inspect("configuration-test");

        organisation.settings("{\"appApproved\":false}");
        window.button("Test again").click();
        assertThat(page.locator(".mds-checks")).containsText("hasn't approved this consumer");
        organisation.settings("{\"appApproved\":true}");
        admin.configure(integration, json().add("authMethod", "PASSWORD"));
    }

    @Test
    @DisplayName(
            "S11 to S13 mappings complete from Salesforce, unknown names are marked, a vital name asks and is tested")
    void mappings() {
        visit("mappings");
        assertThat(page.locator("#namesKnown")).isVisible();
        assertThat(page.locator("#apiFieldNames option[value=MobilePhone]")).hasCount(1);
        page.getByLabel("API Field Name profile_last_name").fill("Last_Nam");
        window.button("Save").click();
        assertThat(page.locator("main")).containsText("no field Last_Nam. Did you mean LastName?");
        window.inspect("configuration-mappings-unknown");
        page.getByLabel("API Field Name profile_last_name").fill("LastName");

        page.getByLabel("API Field Name profile_email").fill("EMAIL");
        window.button("Save").click();
        assertThat(page.locator("main")).containsText("A wrong name there stops the whole sync.");
        window.button("Save and test").click();
        assertThat(page.locator(".mds-note-good")).containsText("Everything is in order.");
    }

    @Test
    @DisplayName("S11 two tabs with the mappings: the second is told, and may save over the first")
    void lostUpdateOfMappings() {
        visit("mappings");
        Page other = window.tab();
        other.navigate(page.url());
        other.getByLabel("On conflict state").selectOption("SALESFORCE");
        Window.button(other, "Save").click();
        assertThat(other.locator("#messages")).containsText("saved");

        page.getByLabel("On conflict state").selectOption("MOBILE");
        window.button("Save").click();
        assertThat(page.locator("#messages")).containsText("somebody else changed this");
        assertThat(page.getByLabel("On conflict state")).hasValue("MOBILE");
        window.button("Save mine all the same").click();
        assertThat(page.locator(".mds-checks")).isVisible();
    }

    @Test
    @DisplayName("a changed password ends the other sessions; the session's cookie is HttpOnly and SameSite=Lax")
    void passwordEndsSessions() {
        Cookie session = window.context.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
        try (Window elsewhere = signedIn()) {
            changePassword(Server.PASSWORD, "Another-2026");
            assertThat(page.locator("#messages")).containsText("Your password is changed.");
            elsewhere.page.reload();
            assertThat(elsewhere.page.locator("h1")).hasText("Sign in");
        } finally {
            changePassword("Another-2026", Server.PASSWORD);
        }
        assertThat(page.locator("#messages")).containsText("Your password is changed.");
    }

    private void changePassword(String from, String to) {
        window.visit("account.xhtml");
        page.locator("[id='form:currentPassword']").fill(from);
        page.locator("[id='form:newPassword']").fill(to);
        page.locator("[id='form:repeatedPassword']").fill(to);
        window.button("Change password").click();
    }

    @Test
    @DisplayName("public forms: the fourth of a minute is refused with 429 in words; leaving is counted apart")
    void tooManyForms() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(send("profiles/join").statusCode()).isNotEqualTo(429);
        }
        HttpResponse<String> refused = send("profiles/join");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(refused.body()).contains("Wait a minute").contains("reply STOP");
        assertThat(send("profiles/opt_out").statusCode()).isNotEqualTo(429);
    }

    private static HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Forwarded-For", "203.0.113.7")
                                .POST(BodyPublishers.ofString("person[phone]=1"))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    @DisplayName("a role that does not permit a call is one line in the log")
    void refusedRole() throws IOException, InterruptedException {
        window.visit("administration/api-tokens.xhtml");
        page.locator("#form\\:name").fill("reader");
        page.locator("#form\\:role").selectOption("VIEWER");
        window.button("Create token").click();
        String token = page.locator("#token").textContent().strip();

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(server.url() + "api/v1/integrations/" + integration + "/activate"))
                                .header("Authorization", "Bearer " + token)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(server.log())
                .contains("event=call-refused reason=role call=ActivationService.activate")
                .doesNotContain("AccessLocalException")
                .doesNotContain(token);
    }

    private void visit(String name) {
        window.visit("data-sync/" + name + ".xhtml?integration=" + integration);
    }

    private void replace(String label, String input, String secret) {
        window.button("Replace: " + label).click();
        page.locator("[id='form:" + input + "']").fill(secret);
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
