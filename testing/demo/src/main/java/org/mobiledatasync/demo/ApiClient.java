package org.mobiledatasync.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The JSON API of a server, as a program outside sees it. */
public final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String authorization;

    /** @param server such as {@code http://127.0.0.1:8080/} */
    public ApiClient(String server, String login, String password) {
        base = server.replaceFirst("/$", "") + "/api/v1";
        authorization = "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** What the server answered. @param body null when there is none */
    public record Answer(int status, JsonStructure body) {

        public JsonObject object() {
            return body.asJsonObject();
        }

        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    /** A refusal by the server, with its own words. */
    public static final class RefusedException extends RuntimeException {
        RefusedException(String request, Answer answer) {
            super(request + " -> " + answer.status() + " " + answer.body());
        }
    }

    public JsonObject get(String path) {
        return ok("GET", path, null).object();
    }

    public JsonStructure list(String path) {
        return ok("GET", path, null).body();
    }

    /** What is given in another form. @param type such as {@code text/csv} */
    public String text(String path, String type) {
        HttpResponse<String> response = exchange(request("GET", path, type, null));
        if (response.statusCode() / 100 != 2) {
            throw new RefusedException("GET " + path, new Answer(response.statusCode(), null));
        }
        return response.body();
    }

    public JsonObject post(String path, JsonValue body) {
        return ok("POST", path, body).object();
    }

    public JsonStructure put(String path, JsonValue body) {
        return ok("PUT", path, body).body();
    }

    private Answer ok(String method, String path, JsonValue body) {
        Answer answer = send(method, path, body);
        if (!answer.isOk()) {
            throw new RefusedException(method + " " + path, answer);
        }
        return answer;
    }

    /** Sends a request and takes any answer. */
    public Answer send(String method, String path, JsonValue body) {
        HttpResponse<String> response = exchange(request(method, path, "application/json", body));
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json") || response.body().isBlank()) {
            return new Answer(response.statusCode(), null);
        }
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return new Answer(response.statusCode(), reader.read());
        }
    }

    private HttpRequest request(String method, String path, String accepted, JsonValue body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Accept", accepted)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the server", e);
        }
    }
}
