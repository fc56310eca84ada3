package org.mobiledatasync.engine;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.simulator.SalesforceSimulator;
import org.mobiledatasync.simulator.SimulatorOptions;

/** The simulated Salesforce organisation, as its own people see and change it. */
final class Organisation implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final SalesforceSimulator simulator = SalesforceSimulator.start(SimulatorOptions.usual());

    /** Host and port. */
    String authority() {
        return "127.0.0.1:" + simulator.port();
    }

    String exportUrl() {
        return simulator.exportUrl();
    }

    /** Without contacts and faults. */
    void empty() {
        send("POST", "reset", "{\"contacts\": 0}");
        calm();
    }

    /** Sets its clock so far ahead of the machine's. */
    void clockAhead(Duration by) {
        send("POST", "settings", "{\"clockOffsetMs\": " + by.toMillis() + "}");
    }

    /** Answers every sign-in with that fault. */
    void refuseSignIns(String code) {
        send("POST", "settings", "{\"loginFault\": \"" + code + "\"}");
    }

    void add(Map<String, Object> fields) {
        send("POST", "contacts", "[" + json(fields) + "]");
    }

    void edit(String contactId, Map<String, Object> fields) {
        send("PATCH", "contacts/" + contactId, json(fields));
    }

    void delete(String contactId) {
        send("DELETE", "contacts/" + contactId, null);
    }

    void merge(String survivor, String loser) {
        send("POST", "merge", "{\"survivor\": \"" + survivor + "\", \"losers\": [\"" + loser + "\"]}");
    }

    /** Every contact that there ever was, also those in the bin and those that queries do not see yet. */
    List<JsonObject> contacts() {
        try (var reader = Json.createReader(new StringReader(send("GET", "contacts?deleted&unseen", null)))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    void fault(String kind, String on, int times) {
        send(
                "POST",
                "faults",
                "{\"kind\": \"" + kind + "\", \"on\": \"" + on + "\", \"times\": " + times + ", \"ms\": 240000}");
    }

    void calm() {
        send("DELETE", "faults", null);
    }

    private static String json(Map<String, Object> fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        fields.forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                object.add(name, flag);
            } else {
                object.add(name, value.toString());
            }
        });
        return object.build().toString();
    }

    private String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://" + authority() + "/control/" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
