package org.mobiledatasync.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mobiledatasync.simulator.SalesforceSimulator;
import org.mobiledatasync.simulator.SimulatorOptions;

/** The simulated Salesforce organisation, as its own people see and change it. */
public final class Organisation implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final SalesforceSimulator simulator;

    public Organisation() {
        simulator = SalesforceSimulator.start(SimulatorOptions.usual());
    }

    /** Scheme, host and port: what the operator allows. */
    public String origin() {
        return "http://" + authority();
    }

    String authority() {
        return "127.0.0.1:" + simulator.port();
    }

    String exportUrl() {
        return simulator.exportUrl();
    }

    /** Replaces all contacts by those of a report file among the test resources. */
    void loadReport(String resource) {
        try (var in = Organisation.class.getResourceAsStream("/" + resource)) {
            control("POST", "report", new String(in.readAllBytes(), StandardCharsets.UTF_8), "text/csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces all contacts by those of a report file. */
    public void load(Path report) {
        try {
            control("POST", "report", Files.readString(report), "text/csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a file of this machine as the export, whatever contacts there are. */
    public void exportFile(Path file) {
        control(
                "POST",
                "export-file",
                Json.createObjectBuilder().add("path", file.toString()).build().toString(),
                "application/json");
    }

    /** Back to an empty organisation without faults. */
    void empty() {
        control("POST", "reset", "{\"contacts\": 0}", "application/json");
        control("DELETE", "faults", null, null);
    }

    /** Adds a contact. @return its id in 18 characters */
    public String add(String lastName, String phone, String email, boolean optIn) {
        var contact = Json.createObjectBuilder().add("LastName", lastName).add("Mobile_Subscriber__c", optIn);
        Map.of("MobilePhone", phone == null ? "" : phone, "Email", email == null ? "" : email)
                .forEach((field, value) -> {
                    if (!value.isEmpty()) {
                        contact.add(field, value);
                    }
                });
        return add(contact);
    }

    /** Adds a contact with these fields, whatever the rules say. @return its id in 18 characters */
    String add(JsonObjectBuilder contact) {
        String body = Json.createArrayBuilder().add(contact).build().toString();
        return control("POST", "contacts", body, "application/json")
                .asJsonObject()
                .getJsonArray("ids")
                .getString(0);
    }

    /** Adds a contact without a number that carries a value in a field, whatever the rules say. */
    void addWith(String field, String value, String lastName) {
        add(Json.createObjectBuilder().add("LastName", lastName).add(field, value));
    }

    JsonObject contact(String id) {
        return control("GET", "contacts/" + id, null, null).asJsonObject();
    }

    JsonArray contacts(String filter) {
        return control("GET", "contacts" + filter, null, null).asJsonArray();
    }

    void edit(String id, String field, JsonValue value) {
        control(
                "PATCH",
                "contacts/" + id,
                Json.createObjectBuilder().add(field, value).build().toString(),
                "application/json");
    }

    void delete(String id) {
        control("DELETE", "contacts/" + id, null, null);
    }

    /** Deletes a contact out of the bin, too: nothing knows its id any more. */
    void deleteForever(String id) {
        control("DELETE", "contacts/" + id + "?forever", null, null);
    }

    void undelete(String id) {
        order("undelete", Json.createObjectBuilder().add("id", id));
    }

    void merge(String loser, String survivor) {
        order(
                "merge",
                Json.createObjectBuilder()
                        .add("survivor", survivor)
                        .add("losers", Json.createArrayBuilder().add(loser)));
    }

    private void order(String path, JsonObjectBuilder order) {
        control("POST", path, order.build().toString(), "application/json");
    }

    /** Orders a fault, as the simulator's README names them. */
    public void fault(String json) {
        control("POST", "faults", json, "application/json");
    }

    public void noFaults() {
        control("DELETE", "faults", null, null);
    }

    void settings(String json) {
        control("POST", "settings", json, "application/json");
    }

    public void forgetCalls() {
        control("DELETE", "calls", null, null);
    }

    /** How many calls of a kind came since they were last forgotten. */
    public int calls(String kind) {
        return control("GET", "calls", null, null).asJsonObject().getInt(kind);
    }

    /** How many calls of all kinds came since they were last forgotten, answered or not. */
    int calls() {
        return control("GET", "calls", null, null)
                .asJsonObject()
                .getJsonArray("latest")
                .size();
    }

    private JsonStructure control(String method, String path, String body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + "/control/" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + response.body());
            }
            if (response.body().isBlank()) {
                return JsonValue.EMPTY_JSON_OBJECT;
            }
            try (var reader = Json.createReader(new StringReader(response.body()))) {
                return reader.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
