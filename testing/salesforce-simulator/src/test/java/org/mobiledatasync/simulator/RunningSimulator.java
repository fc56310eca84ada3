package org.mobiledatasync.simulator;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulator and what a test needs to talk to it over real HTTP. */
final class RunningSimulator implements AutoCloseable {

    static final String DATA = "services/data/v64.0/";

    private static final Pattern SESSION = Pattern.compile("<sessionId>([^<]+)</sessionId>");

    private final SalesforceSimulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private String session = "";

    private RunningSimulator(SalesforceSimulator simulator) {
        this.simulator = simulator;
    }

    static RunningSimulator withContacts(int contacts) {
        return new RunningSimulator(
                SalesforceSimulator.start(SimulatorOptions.usual().withContacts(contacts, 42)));
    }

    /** A simulator whose user is signed in. */
    static RunningSimulator signedIn() {
        RunningSimulator running = withContacts(0);
        running.signIn();
        return running;
    }

    SalesforceSimulator simulator() {
        return simulator;
    }

    String session() {
        return session;
    }

    void signIn() {
        HttpResponse<String> answer = login("64.0", "sync@example.org", "simulator-passwordSIMTOKEN");
        Matcher found = SESSION.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException(answer.body());
        }
        session = found.group(1);
    }

    HttpResponse<String> login(String version, String user, String password) {
        return soap("services/Soap/u/" + version, envelope(user, password));
    }

    static String envelope(String user, String password) {
        return "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body>"
                + "<login xmlns=\"urn:partner.soap.sforce.com\"><username>" + user + "</username><password>" + password
                + "</password></login></Body></Envelope>";
    }

    HttpResponse<String> soap(String path, String envelope) {
        return send(request(path)
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(envelope)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A REST call with the session; the path follows the version. */
    HttpResponse<String> rest(String method, String path, String body) {
        return send(bearer(DATA + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder bearer(String path) {
        return request(path).header("Authorization", "Bearer " + session);
    }

    HttpResponse<String> get(String path) {
        return rest("GET", path, "");
    }

    HttpResponse<String> query(String soql) {
        return get("query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
    }

    HttpResponse<String> report() {
        return report("");
    }

    HttpResponse<String> report(String more) {
        return send(request("00O000000000001?export=1&enc=UTF-8&xf=csv" + more).header("Cookie", "sid=" + session));
    }

    HttpResponse<String> control(String method, String path, String body) {
        return send(request("control/" + path).method(method, BodyPublishers.ofString(body)));
    }

    void fault(String order) {
        HttpResponse<String> answer = control("POST", "faults", order);
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** Adds one contact; answers its id. */
    String add(String json) {
        return object(control("POST", "contacts", "[" + json + "]"))
                .getJsonArray("ids")
                .getString(0);
    }

    JsonObject contact(String id) {
        return object(control("GET", "contacts/" + id, ""));
    }

    static JsonObject object(HttpResponse<String> answer) {
        return (JsonObject) json(answer);
    }

    static JsonArray array(HttpResponse<String> answer) {
        return (JsonArray) json(answer);
    }

    private static JsonStructure json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.read();
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
