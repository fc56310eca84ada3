package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A fault by order")
class FaultsTest {

    private static final String CREATE = "{\"LastName\":\"A\"}";

    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = RunningSimulator.signedIn();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("answers in place of the call, before or after it took effect")
    @CsvSource({
        "http-500-before, 500, 0, application/json;charset=UTF-8, UNKNOWN_EXCEPTION",
        "http-500-after,  500, 1, application/json;charset=UTF-8, UNKNOWN_EXCEPTION",
        "http-503,        503, 0, application/json;charset=UTF-8, SERVER_UNAVAILABLE",
        "html-gateway,    502, 0, text/html; charset=UTF-8,       Bad Gateway",
        "session-expired, 401, 0, application/json;charset=UTF-8, INVALID_SESSION_ID",
        "request-limit,   403, 0, application/json;charset=UTF-8, REQUEST_LIMIT_EXCEEDED"
    })
    void answers(String kind, int status, int written, String type, String text) {
        simulator.fault("{\"kind\":\"" + kind + "\",\"on\":\"create\",\"times\":1}");
        HttpResponse<String> answer = simulator.rest("POST", "sobjects/Contact", CREATE);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.body()).contains(text);
        assertThat(contacts()).isEqualTo(written);
        assertThat(simulator.rest("POST", "sobjects/Contact", CREATE).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("closes the connection without a byte of an answer, before or after the call took effect")
    @CsvSource({"reset-before, 0", "reset-after, 1"})
    void reset(String kind, int written) throws IOException {
        simulator.fault("{\"kind\":\"" + kind + "\",\"times\":1}");
        String request =
                "POST /services/data/v64.0/sobjects/Contact HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + simulator.session() + "\r\nContent-Length: " + CREATE.length() + "\r\n\r\n" + CREATE;
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), simulator.simulator().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }

        assertThat(contacts()).isEqualTo(written);
    }

    @Test
    @DisplayName("keeps a call waiting until it is removed; nothing was written")
    void hang() {
        simulator.fault("{\"kind\":\"hang\",\"on\":\"create\",\"times\":1}");
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> simulator.rest("POST", "sobjects/Contact", CREATE));
        await().until(() -> simulator.control("GET", "calls", "").body().contains("\"create\":1"));
        assertThat(simulator.get("limits").statusCode()).isEqualTo(200);
        assertThat(call).isNotDone();

        simulator.control("DELETE", "faults", "");

        assertThatThrownBy(call::join).hasCauseInstanceOf(UncheckedIOException.class);
        assertThat(contacts()).isZero();
    }

    @Test
    @DisplayName("lets a hanging call go, too, when the simulator is closed")
    void hangEndsWithTheSimulator() {
        simulator.fault("{\"kind\":\"hang-after\"}");
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> simulator.rest("POST", "sobjects/Contact", CREATE));
        await().until(() -> contacts() == 1);

        simulator.close();

        assertThatThrownBy(call::join).hasCauseInstanceOf(UncheckedIOException.class);
    }

    @Test
    @DisplayName("delays answers")
    void latency() {
        simulator.fault("{\"kind\":\"latency\",\"ms\":300,\"on\":\"limits\"}");
        Instant begin = Instant.now();
        simulator.get("limits");

        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    @DisplayName("locks every second row")
    void rowLock() {
        String record = "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"A\"}";
        String body = "{\"records\":[" + record + "," + record + "," + record + "]}";
        simulator.fault("{\"kind\":\"row-lock\",\"times\":1}");
        HttpResponse<String> struck = simulator.rest("POST", "composite/sobjects", body);
        HttpResponse<String> next = simulator.rest("POST", "composite/sobjects", body);

        assertThat(successes(struck)).containsExactly(false, true, false);
        assertThat(struck.body())
                .contains("\"statusCode\":\"UNABLE_TO_LOCK_ROW\","
                        + "\"message\":\"unable to obtain exclusive access to this record\"");
        assertThat(successes(next)).containsExactly(true, true, true);
    }

    @Test
    @DisplayName("refuses one contact with a code and a message")
    void rowError() {
        String first = simulator.add(CREATE);
        String second = simulator.add(CREATE);
        simulator.fault("{\"kind\":\"row-error\",\"contactId\":\"" + first.substring(0, 15)
                + "\",\"statusCode\":\"CANNOT_EXECUTE_FLOW_TRIGGER\",\"message\":\"no\"}");
        String body = "{\"records\":[{\"attributes\":{\"type\":\"Contact\"},\"id\":\"" + second
                + "\",\"FirstName\":\"B\"},{\"attributes\":{\"type\":\"Contact\"},\"id\":\"" + first
                + "\",\"FirstName\":\"B\"}]}";
        HttpResponse<String> answer = simulator.rest("PATCH", "composite/sobjects", body);

        assertThat(successes(answer)).containsExactly(true, false);
        assertThat(answer.body()).contains("\"statusCode\":\"CANNOT_EXECUTE_FLOW_TRIGGER\",\"message\":\"no\"");
        assertThat(simulator.contact(first).isNull("FirstName")).isTrue();
    }

    @Test
    @DisplayName("hides what was written from queries and the report for a while, not from a read by id")
    void lateVisibility() {
        simulator.fault("{\"kind\":\"late-visibility\",\"ms\":60000,\"times\":2}");
        HttpResponse<String> created = simulator.rest("POST", "sobjects/Contact", CREATE);
        String id = RunningSimulator.object(created).getString("id");
        simulator.rest("PATCH", "sobjects/Contact/" + id, "{\"LastName\":\"B\"}");

        assertThat(simulator.query("SELECT COUNT() FROM Contact").body()).contains("\"totalSize\":0");
        assertThat(simulator.report().body()).doesNotContain(id.substring(0, 15));
        assertThat(simulator.get("sobjects/Contact/" + id).statusCode()).isEqualTo(200);

        simulator.control("POST", "settings", "{\"clockOffsetMs\":61000}");
        assertThat(simulator.query("SELECT LastName FROM Contact").body()).contains("\"LastName\":\"B\"");
    }

    @Test
    @DisplayName("on a login is a SOAP fault")
    void onLogin() {
        simulator.fault("{\"kind\":\"request-limit\",\"on\":\"login\",\"times\":1}");
        HttpResponse<String> answer = simulator.login("64.0", "sync@example.org", "simulator-passwordSIMTOKEN");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<sf:exceptionCode>REQUEST_LIMIT_EXCEEDED</sf:exceptionCode>");
    }

    @Test
    @DisplayName("is listed with the strikes it has left, and forgotten on demand")
    void listed() {
        simulator.fault("[{\"kind\":\"http-503\",\"on\":\"limits\",\"times\":2},{\"kind\":\"latency\",\"ms\":1}]");
        simulator.get("limits");

        assertThat(simulator.control("GET", "faults", "").body())
                .isEqualTo("[{\"kind\":\"http-503\",\"on\":\"limits\",\"times\":1},"
                        + "{\"ms\":1,\"kind\":\"latency\",\"on\":\"any\",\"times\":-1}]");
        simulator.control("DELETE", "faults", "");
        assertThat(simulator.control("GET", "faults", "").body()).isEqualTo("[]");
        assertThat(simulator.get("limits").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    {"kind":"nonsense"}             | unknown kind of fault: nonsense
                    {"kind":"http-503","on":"lunch"} | unknown kind of call: lunch
                    """)
    @DisplayName("that makes no sense is refused")
    void refused(String order, String reason) {
        HttpResponse<String> answer = simulator.control("POST", "faults", order);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    private int contacts() {
        return RunningSimulator.array(simulator.control("GET", "contacts", "")).size();
    }

    private static List<Boolean> successes(HttpResponse<String> answer) {
        return RunningSimulator.array(answer).getValuesAs(JsonObject.class).stream()
                .map(row -> row.getBoolean("success"))
                .toList();
    }
}
