package org.mobiledatasync.salesforce.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.mobiledatasync.simulator.SalesforceSimulator;
import org.mobiledatasync.simulator.SimulatorOptions;

/** The simulator, and our client wired against it as the server wires it. */
final class SimulatedOrganisation implements AutoCloseable {
    static final String LOGIN = "sync@example.org";
    static final String PASSWORD = "simulator-password";
    static final String TOKEN = "SIMTOKEN";

    private final SalesforceSimulator simulator = SalesforceSimulator.start(SimulatorOptions.usual());
    private final HttpClient control = HttpClient.newHttpClient();
    private final AtOnce retry = new AtOnce();
    final CallCounter counter = new CallCounter();
    final SignInMethods signIn;
    final SalesforceSessions sessions;
    final SalesforceClient client;
    final ReportDownload reports;

    SimulatedOrganisation() {
        SalesforceHttp http = new SalesforceHttp();
        SalesforceHosts hosts = new SalesforceHosts(List.of(base().toString()));
        signIn = new SignInMethods(new SoapSignIn(http, hosts), new OAuthSignIn(http, hosts, Clock.systemUTC()));
        sessions = new SalesforceSessions(signIn);
        client = new SalesforceClient(http, sessions, retry);
        reports = new ReportDownload(http, sessions, retry);
    }

    /** The retry policy as the server applies it, without its delays. */
    static final class AtOnce extends RetryPolicy {
        private Runnable beforeNextTry = () -> {};

        @Override
        public <T> T call(Supplier<T> idempotent) {
            for (int attempt = 0; attempt < 3; attempt++) {
                try {
                    return idempotent.get();
                } catch (TemporaryFault again) {
                    beforeNextTry.run();
                }
            }
            return idempotent.get();
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + simulator.port());
    }

    URI exportUrl(String more) {
        return URI.create(simulator.exportUrl() + more);
    }

    SalesforceAccount account() {
        return account(LOGIN, PASSWORD, TOKEN);
    }

    SalesforceAccount account(String login, String password, String token) {
        return account(new SalesforceCredentials.Password(login, password, token));
    }

    SalesforceAccount account(SalesforceCredentials credentials) {
        return new SalesforceAccount(1L, base(), credentials);
    }

    /** What happens when a call failed and is about to be tried again. */
    void beforeNextTry(Runnable event) {
        retry.beforeNextTry = event;
    }

    void fault(String order) {
        post("faults", order);
    }

    void settings(String changes) {
        post("settings", changes);
    }

    void expireSessions() {
        post("expire-sessions", "");
    }

    void loadReport(String csv) {
        post("report", csv);
    }

    /** Adds a contact behind the API's back; answers its id. */
    String add(String contact) {
        return json(post("contacts", "[" + contact + "]")).getJsonArray("ids").getString(0);
    }

    void merge(String loser, String survivor) {
        post("merge", "{\"survivor\":\"" + survivor + "\",\"losers\":[\"" + loser + "\"]}");
    }

    JsonObject contact(String id) {
        return json(send(request("contacts/" + id).GET()));
    }

    /** How many living contacts the organisation has. */
    int contacts() {
        try (JsonReader reader =
                Json.createReader(new StringReader(send(request("contacts").GET())))) {
            return reader.readArray().size();
        }
    }

    /** How many calls of a kind it got. */
    int calls(String kind) {
        return json(send(request("calls").GET())).getInt(kind);
    }

    private String post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + "control/" + path));
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = control.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
