package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A fault of the report")
class ReportFaultsTest {

    private static final String FILE =
            """
            "Contact ID","Last Name","Mobile","Mailing Street"
            "003Sm0000000001","A","1","s"
            "003Sm0000000002","B","2","t"
            "003Sm0000000003","C","3","u"
            "003Sm0000000004","D","4","v"


            "Footer"
            """;

    private static final String HEADING = FILE.substring(0, FILE.indexOf('\n') + 1);

    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = RunningSimulator.signedIn();
        simulator.control("POST", "report", FILE);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("answers the login page with status 200")
    void html() {
        HttpResponse<String> answer = struck("{\"kind\":\"html\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
    }

    @Test
    @DisplayName("leads to the login page, which is there")
    void redirect() {
        HttpResponse<String> answer = struck("{\"kind\":\"redirect\"}");
        String location = answer.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> page = simulator.send(simulator.request(location.substring(1)));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Login | Salesforce");
    }

    @Test
    @DisplayName("leads to itself for ever")
    void redirectLoop() {
        assertThat(struck("{\"kind\":\"redirect-loop\"}").headers().firstValue("Location"))
                .hasValue("/00O000000000001?export=1&enc=UTF-8&xf=csv");
    }

    @Test
    @DisplayName("leaves nothing, or the header only")
    void nothing() {
        HttpResponse<String> empty = struck("{\"kind\":\"empty\"}");
        HttpResponse<String> header = struck("{\"kind\":\"header-only\"}");

        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(header.body()).isEqualTo(HEADING);
    }

    @Test
    @DisplayName("cuts the last line of the table and what follows")
    void truncated() {
        String body = struck("{\"kind\":\"truncated\"}").body();

        assertThat(body).isEqualTo(FILE.substring(0, FILE.indexOf("\"D\"") - 4));
    }

    @Test
    @DisplayName("closes the connection before the announced length is reached")
    void truncatedWithContentLength() {
        assertThatThrownBy(() -> struck("{\"kind\":\"truncated-with-content-length\"}"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    @DisplayName("keeps the first rows only, in a well-formed file")
    void shortFile() {
        assertThat(struck("{\"kind\":\"short\"}").body())
                .contains("\"B\"")
                .doesNotContain("\"C\"")
                .endsWith("\"Footer\"\n");
        assertThat(struck("{\"kind\":\"short\",\"rows\":1}").body()).doesNotContain("\"B\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    {"kind":"missing-heading","heading":"Last Name"} | "Contact ID","Mobile","Mailing Street" | "003Sm0000000001","1","s"
                    {"kind":"renamed-heading","heading":"Mobile","newHeading":"Cell"} | "Contact ID","Last Name","Cell","Mailing Street" | "003Sm0000000001","A","1","s"
                    {"kind":"duplicate-heading"} | "Contact ID","Last Name","Mobile","Mailing Street","Mobile" | "003Sm0000000001","A","1","s","1"
                    """)
    @DisplayName("changes the columns")
    void columns(String order, String heading, String row) {
        assertThat(struck(order).body().lines()).startsWith(heading, row);
    }

    @Test
    @DisplayName("changes what stands behind the table")
    void tail() {
        assertThat(struck("{\"kind\":\"no-footer\"}").body()).endsWith("\"v\"\n");
        assertThat(struck("{\"kind\":\"grand-totals\"}").body()).contains("\"v\"\n\"Grand Totals (4 records)\"\n");
        assertThat(struck("{\"kind\":\"grand-totals\",\"fullWidth\":true}").body())
                .contains("\"Grand Totals (4 records)\",\"\",\"\",\"\"\n");
    }

    @Test
    @DisplayName("changes bytes between and within the cells")
    void bytes() {
        assertThat(struck("{\"kind\":\"blank-lines\"}").body()).contains("\"s\"\n\n\"003Sm0000000002\"");
        assertThat(struck("{\"kind\":\"crlf\"}").body()).isEqualTo(FILE.replace("\n", "\r\n"));
        assertThat(struck("{\"kind\":\"bom\"}").body()).isEqualTo('\uFEFF' + FILE);
        assertThat(struck("{\"kind\":\"nul\"}").body()).contains("\"Nul\0A\"");
        assertThat(struck("{\"kind\":\"big-field\",\"bytes\":100000}").body()).contains("x".repeat(100_000));
    }

    @Test
    @DisplayName("shows the headings in the user's language")
    void language() {
        simulator.control("POST", "reset", "{\"contacts\":1}");
        simulator.signIn();

        assertThat(struck("{\"kind\":\"label-language\",\"language\":\"de\"}").body())
                .startsWith("\"Kontakt-ID\",\"Vorname\",\"Nachname\",\"E-Mail\",\"Mobil\",");
    }

    @Test
    @DisplayName("gives another file, in the characters asked for or in others")
    void anotherFile() {
        assertThat(struck("{\"kind\":\"file\",\"text\":\"Zürich\"}").body()).isEqualTo("Zürich");
        assertThat(struck("{\"kind\":\"file\",\"text\":\"Zürich\",\"charset\":\"ISO-8859-1\"}")
                        .body())
                .isEqualTo("Z\uFFFDrich");
    }

    @Test
    @DisplayName("that is aimed at a column the report does not have is an error, not silence")
    void noSuchColumn() {
        HttpResponse<String> answer = struck("{\"kind\":\"missing-heading\",\"heading\":\"Mobil\"}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("The report has no such column");
    }

    @Test
    @DisplayName("is over after the times ordered")
    void over() {
        struck("{\"kind\":\"empty\"}");

        assertThat(simulator.report().body()).isEqualTo(FILE);
    }

    private HttpResponse<String> struck(String order) {
        simulator.fault(order.replaceFirst("}$", ",\"times\":1}"));
        return simulator.report();
    }
}
