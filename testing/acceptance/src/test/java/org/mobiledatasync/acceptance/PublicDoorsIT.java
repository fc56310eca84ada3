package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server lets strangers do, and how it looks to them behind a proxy. */
class PublicDoorsIT {
    /** As proxies speak. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(Server.emptyFolder("public-doors"), "http://127.0.0.1:1", Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign-in.xhtml",
                "sign-in.xhtml;a=b",
                "jakarta.faces.resource/any.xhtml",
                "health/any.xhtml",
                "openapi/any.xhtml",
                "profiles/join",
                "profiles/join/any.xhtml",
                "profiles/opt_out",
                "profiles/import.xhtml",
                "account.xhtml"
            })
    @DisplayName("a file of a stranger is refused before it is stored")
    void filesOfStrangers(String path) throws IOException, InterruptedException {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
                + "x".repeat(3 * 1024 * 1024) + "\r\n--edge--\r\n";

        int status = send(request(path)
                        .header("Content-Type", "Multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();

        // Who asks for a page that needs a sign-in is sent to it.
        assertThat(status).isIn(415, 302);
        assertThat(stored()).isEmpty();
    }

    private static List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(server.data().resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in.xhtml", "profiles/join", "profiles/opt_out"})
    @DisplayName("a public form is no longer than a form can be")
    void longForms(String path) throws IOException, InterruptedException {
        HttpRequest.Builder form = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=" + "x".repeat(64 * 1024)));

        assertThat(send(form).statusCode()).isEqualTo(413);
    }

    @Test
    @DisplayName("behind a proxy that does TLS, addresses are https and the session's cookie is Secure")
    void behindProxy() throws IOException, InterruptedException {
        HttpResponse<String> page = send(request("account.xhtml").header("X-Forwarded-Proto", "https"));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(location(page)).startsWith("https://").contains("/sign-in.xhtml");
        HttpResponse<String> signIn = send(request("sign-in.xhtml").header("X-Forwarded-Proto", "https"));
        assertThat(cookie(signIn)).contains("; Secure").contains("; HttpOnly");

        assertThat(location(send(request("account.xhtml")))).startsWith("http://");
        assertThat(cookie(send(request("sign-in.xhtml")))).doesNotContain("Secure");
    }

    @Test
    @DisplayName("whoever sends wrong passwords to the API has to wait, and the lock does not tell which logins exist")
    void wrongPasswords() throws IOException, InterruptedException {
        for (String login : List.of("admin", "nobody")) {
            for (int i = 0; i < 5; i++) {
                assertThat(guess("198.51.100.1", login).statusCode()).isEqualTo(401);
            }
            assertThat(guess("198.51.100.1", login).body()).contains("Too many wrong passwords");
        }
        for (int i = 0; i < 20; i++) {
            assertThat(guess("198.51.100.2", "nobody").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = guess("198.51.100.2", "admin");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(guess("198.51.100.3", "nobody").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> guess(String client, String login) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((login + ":guess").getBytes(StandardCharsets.UTF_8));
        return send(request("api/v1/profiles")
                .header("Authorization", "Basic " + credentials)
                .header("X-Forwarded-For", client));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
