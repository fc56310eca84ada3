package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that answers what no Salesforce would: each becomes a fault with a remedy, never anything else. */
class StrangeAnswersTest {
    private static final String SESSION = "<sessionId>00D!AQ</sessionId>";

    @TempDir
    private Path folder;

    private final CallCounter counter = new CallCounter();
    private HttpServer server;
    private URI base;
    private SalesforceAccount account;
    private SignInMethods signIn;
    private SalesforceClient client;
    private ReportDownload reports;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        account = new SalesforceAccount(1L, base, new SalesforceCredentials.Password("a", "b", "c"));
        SalesforceHttp http = new SalesforceHttp();
        SalesforceHosts hosts = new SalesforceHosts(List.of(base.toString()));
        signIn = new SignInMethods(new SoapSignIn(http, hosts), new OAuthSignIn(http, hosts, Clock.systemUTC()));
        SalesforceSessions sessions = new SalesforceSessions(signIn);
        client = new SalesforceClient(http, sessions, new RetryPolicy());
        reports = new ReportDownload(http, sessions, new RetryPolicy());
        answer("/services/Soap/", 200, "text/xml", login("<serverUrl>" + base + "/services</serverUrl>" + SESSION));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String login(String result) {
        return "<Envelope><Body><loginResponse><result>" + result + "</result></loginResponse></Body></Envelope>";
    }

    private void answer(String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private void answerSignIn(int status, String body) {
        server.removeContext("/services/Soap/");
        answer("/services/Soap/", status, "text/xml", body);
    }

    private SalesforceFault refusedSignIn() {
        return catchThrowableOfType(SalesforceFault.class, () -> signIn.signIn(account, counter));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    200 | <html><body>Welcome</body></html>          | HOST_UNKNOWN
                    200 | not XML at all                             | HOST_UNKNOWN
                    200 | ``                                         | HOST_UNKNOWN
                    302 | <html/>                                    | HOST_UNKNOWN
                    404 | <html><body>Not found</body></html>        | HOST_UNKNOWN
                    502 | <html><body>Bad gateway</body></html>      | GATEWAY
                    503 | busy                                       | GATEWAY
                    500 | <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a> | GATEWAY
                    """)
    @DisplayName("a page in place of a sign-in's answer is the host's fault, never the password's")
    void signInPages(int status, String body, FaultCode code) {
        answerSignIn(status, body);

        assertThat(refusedSignIn().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example/services/Soap/u/64.0/x", "http://acme.my.salesforce.com/", "'no address'", "''"})
    @DisplayName("a sign-in that leads to another host than Salesforce's is refused")
    void signInElsewhere(String serverUrl) {
        answerSignIn(200, login("<serverUrl>" + serverUrl + "</serverUrl>" + SESSION));

        assertThat(refusedSignIn().code()).isEqualTo(FaultCode.HOST_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    200 | application/json | [{"id":"003RO00000      | ANSWER_LOST
                    200 | application/json | []                      | ANSWER_LOST
                    200 | application/json | [{"success":true}]      | ANSWER_LOST
                    200 | application/json | [{"success":true,"id":"001000000000001AAA"}] | ANSWER_LOST
                    200 | text/html        | <html>Maintenance       | GATEWAY
                    502 | application/json | {"message":"bad gatew   | ANSWER_LOST
                    500 | application/json | []                      | UNKNOWN_EXCEPTION
                    500 | application/json | {"timestamp":1}         | UNKNOWN_EXCEPTION
                    204 | application/json | ``                      | ANSWER_LOST
                    """)
    @DisplayName("R5.5 whatever can't be read after a create is a lost answer, to be looked up before another try")
    void createAnswers(int status, String type, String body, FaultCode code) {
        answer("/services/data/", status, type, body);
        SalesforceFault fault = catchThrowableOfType(
                SalesforceFault.class,
                () -> client.create(
                        account, List.of(new ContactWrite(null, Map.of("LastName", "Lee"), Map.of())), counter));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.remedy()).isEqualTo(FaultCode.Remedy.RETRY);
    }

    @Test
    @DisplayName("a query's next page on another host is not followed")
    void pageElsewhere() {
        answer(
                "/services/data/",
                200,
                "application/json",
                "{\"done\":false,\"records\":[],\"nextRecordsUrl\":\"http://evil.example/x\"}");
        SalesforceFault fault = catchThrowableOfType(
                SalesforceFault.class, () -> client.query(account, "SELECT Id FROM Contact", counter));

        assertThat(fault.code()).isEqualTo(FaultCode.HOST_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    200 | text/html; charset=UTF-8 | <html>     | NOT_THE_EXPORT
                    200 | TEXT/HTML                | <html>     | NOT_THE_EXPORT
                    401 | text/plain               | no         | NOT_THE_EXPORT
                    302 | text/plain               | moved      | NOT_THE_EXPORT
                    200 | text/plain               | `\n <html` | NOT_THE_EXPORT
                    200 | application/octet-stream | <!DOCTYPE  | NOT_THE_EXPORT
                    200 | application/json         | {}         | NOT_THE_EXPORT
                    200 | image/png                | x          | NOT_THE_EXPORT
                    200 | text/csv; charset=none-such | "a"     | NOT_THE_EXPORT
                    403 | text/plain               | no         | NOT_THE_EXPORT
                    404 | text/csv                 | "a"        | NOT_THE_EXPORT
                    204 | text/csv                 | ``         | NOT_THE_EXPORT
                    503 | text/html                | <html>     | GATEWAY
                    """)
    @DisplayName("R9 a download that is not the export is told apart by status, type and first character")
    void exports(int status, String type, String body, FaultCode code) {
        answer("/00O", status, type, body);
        SalesforceFault fault = catchThrowableOfType(
                SalesforceFault.class,
                () -> reports.download(
                        account, base.resolve("/00O?x=CSV"), folder.resolve("export.csv"), () -> {}, counter));

        assertThat(fault.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"text/csv", "TEXT/CSV;charset=utf-8", "application/octet-stream", "application/vnd.ms-excel"})
    @DisplayName("R9 the types in which exports come are let through")
    void exportTypes(String type) {
        answer("/00O", 200, type, "\"Contact ID\"\n");
        Path target = folder.resolve("export.csv");
        reports.download(account, base.resolve("/00O?x=CSV"), target, () -> {}, counter);

        assertThat(target).hasContent("\"Contact ID\"\n");
    }

    @Test
    @DisplayName("a host name counts without case, as in the check of the configuration")
    void hostInAnyCase() {
        answer("/00O", 200, "text/csv", "\"Contact ID\"\n");
        int port = server.getAddress().getPort();
        SalesforceAccount byName = new SalesforceAccount(
                2L, URI.create("http://localhost:" + port), new SalesforceCredentials.Password("a", "b", "c"));
        Path target = folder.resolve("export.csv");
        reports.download(byName, URI.create("http://LOCALHOST:" + port + "/00O?x=CSV"), target, () -> {}, counter);

        assertThat(target).hasContent("\"Contact ID\"\n");
    }
}
