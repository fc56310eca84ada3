package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDownloadTest {
    private static final String FILE =
            """
            "Contact ID","Last Name","Mobile","Mailing Street"
            "003RO0000035WQg","Müller","2125550123","1 Elm
            Apt 2"
            "003R000000DDMlT","Roe","2125550124","2 Oak"


            "Footer"
            """;

    @TempDir
    private Path folder;

    private final SimulatedOrganisation organisation = new SimulatedOrganisation();
    private Path target;

    @BeforeEach
    void load() {
        organisation.loadReport(FILE);
        target = folder.resolve("spool").resolve("export.csv");
    }

    @AfterEach
    void stop() {
        organisation.close();
    }

    private String download(URI url) {
        organisation.reports.download(organisation.account(), url, target, () -> {}, organisation.counter);
        try {
            return Files.readString(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String download() {
        return download(organisation.exportUrl(""));
    }

    private SalesforceFault refused(URI url) {
        return catchThrowableOfType(SalesforceFault.class, () -> download(url));
    }

    private SalesforceFault refused() {
        return refused(organisation.exportUrl(""));
    }

    private void strike(String kind) {
        organisation.fault("{\"kind\":\"" + kind + "\",\"on\":\"report\"}");
    }

    @Test
    @DisplayName("R7.7 the export lands in the file, character by character")
    void success() {
        assertThat(download()).isEqualTo(FILE);
        assertThat(organisation.calls("report")).isEqualTo(1);
        assertThat(organisation.counter.takeOthers()).isEqualTo(2);
    }

    @Test
    @DisplayName("R9 a byte order mark is left out")
    void byteOrderMark() {
        strike("bom");

        assertThat(download()).isEqualTo(FILE);
    }

    @Test
    @DisplayName("R9 ISO-8859-1 is read as such, and kept as UTF-8")
    void encoding() {
        URI latin = URI.create(organisation.exportUrl("").toString().replace("enc=UTF-8", "enc=ISO-8859-1"));

        assertThat(download(latin)).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "redirect", "redirect-loop"})
    @DisplayName("R9 a web page or a redirect in place of the export: one new sign-in, then the run fails")
    void pages(String kind) {
        strike(kind);
        SalesforceFault fault = refused();

        assertThat(fault.code()).isEqualTo(FaultCode.NOT_THE_EXPORT);
        assertThat(fault).hasMessageContaining("check the URL");
        assertThat(organisation.calls("login")).isEqualTo(2);
        assertThat(organisation.calls("report")).isEqualTo(2);
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "html"})
    @DisplayName("a session that ended is made anew, however Salesforce shows that")
    void expiredSession(String page) {
        organisation.settings("{\"expiredSidPage\":\"" + page + "\"}");
        download();
        organisation.expireSessions();

        assertThat(download()).isEqualTo(FILE);
        assertThat(organisation.calls("login")).isEqualTo(2);
    }

    @Test
    @DisplayName("an API-only user can sign in, but not export: the message says so")
    void apiOnlyUser() {
        organisation.settings("{\"apiOnlyUser\":true}");

        assertThat(refused()).hasMessageContaining("API-only user");
    }

    @Test
    @DisplayName("R9 an empty answer is not the export")
    void empty() {
        strike("empty");

        assertThat(refused().code()).isEqualTo(FaultCode.NOT_THE_EXPORT);
    }

    @Test
    @DisplayName("R9 a download that breaks off is tried again, and never taken for the whole")
    void brokenOff() {
        organisation.fault("{\"kind\":\"truncated-with-content-length\",\"on\":\"report\",\"times\":1}");
        assertThat(download()).isEqualTo(FILE);
        assertThat(organisation.calls("report")).isEqualTo(2);

        strike("truncated-with-content-length");
        assertThat(refused().code()).isEqualTo(FaultCode.ANSWER_LOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html-gateway", "http-503"})
    @DisplayName("a gateway's page is the way's fault, not the URL's")
    void gateway(String kind) {
        strike(kind);

        assertThat(refused().remedy()).isEqualTo(FaultCode.Remedy.RETRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "header-only",
                "truncated",
                "short",
                "no-footer",
                "grand-totals",
                "blank-lines",
                "crlf",
                "nul",
                "missing-heading\",\"heading\":\"Mobile",
                "renamed-heading\",\"heading\":\"Mobile\",\"newHeading\":\"Cell",
                "duplicate-heading\",\"heading\":\"Mobile"
            })
    @DisplayName("what is wrong within the file is for its reader to say")
    void throughAsItIs(String kind) {
        strike(kind);

        assertThat(download()).startsWith("\"Contact ID\"").isNotEqualTo(FILE);
    }

    @Test
    @DisplayName("R9 ten megabytes in a field pass, and the lease is kept alive on the way")
    void bigField() {
        strike("big-field");
        int[] alive = {0};
        organisation.reports.download(
                organisation.account(), organisation.exportUrl(""), target, () -> alive[0]++, organisation.counter);

        assertThat(target.toFile().length()).isGreaterThan(10_000_000);
        assertThat(alive[0]).isGreaterThan(10);
    }

    @Test
    @DisplayName("the session goes to no host but the organisation's")
    void otherHost() {
        SalesforceFault fault = refused(URI.create("http://localhost:1/00O000000000001?xf=csv"));

        assertThat(fault.code()).isEqualTo(FaultCode.NOT_THE_EXPORT);
        assertThat(fault).hasMessageContaining("localhost:1");
        assertThat(organisation.calls("report")).isZero();
    }
}
