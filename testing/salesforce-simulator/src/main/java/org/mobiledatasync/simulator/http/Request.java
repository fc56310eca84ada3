package org.mobiledatasync.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A request that has been received whole, its body unpacked. {@code POST} with {@code _HttpMethod} counts as the
 * method named there.
 */
public final class Request {

    private final HttpExchange exchange;
    private final Map<String, String> parameters;
    private final byte[] body;

    private Request(HttpExchange exchange, byte[] body) {
        this.exchange = exchange;
        this.parameters = parameters(exchange.getRequestURI().getRawQuery());
        this.body = body;
    }

    /** Reads the request off its connection. */
    public static Request receive(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream raw = exchange.getRequestBody();
                InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
            return new Request(exchange, in.readAllBytes());
        }
    }

    public String method() {
        String method = exchange.getRequestMethod().toUpperCase(Locale.ROOT);
        return method.equals("POST") ? parameter("_HttpMethod").orElse(method).toUpperCase(Locale.ROOT) : method;
    }

    /** The decoded path without a slash at its end. */
    public String path() {
        String path = exchange.getRequestURI().getPath();
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The parts of the path, each decoded on its own: a slash in one of them divides nothing. */
    public List<String> steps() {
        return Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .filter(step -> !step.isEmpty())
                .map(step -> decoded(step.replace("+", "%2B")))
                .toList();
    }

    /** Path and query as they came. */
    public String target() {
        return exchange.getRequestURI().toString();
    }

    /** A parameter of the query; empty text where it has no value. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    public Optional<String> cookie(String name) {
        for (String pair : header("Cookie").orElse("").split(";")) {
            String[] parts = pair.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(name)) {
                return Optional.of(parts[1]);
            }
        }
        return Optional.empty();
    }

    public byte[] body() {
        return body;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as the fields of a form. */
    public Map<String, String> form() {
        return parameters(text());
    }

    /** The body as JSON; anything else is the caller's error. */
    public JsonStructure json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.read();
        } catch (JsonException e) {
            throw ApiError.badRequest("JSON_PARSER_ERROR", e.getMessage());
        }
    }

    /** This server as the caller reached it, without a slash at the end. */
    public String origin() {
        URI asked = exchange.getRequestURI();
        return asked.isAbsolute()
                ? asked.getScheme() + "://" + asked.getAuthority()
                : "http://" + header("Host").orElse("127.0.0.1");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray % is no reason to refuse: it is taken as it stands.
            return text;
        }
    }
}
