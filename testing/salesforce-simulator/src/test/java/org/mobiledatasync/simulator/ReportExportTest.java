package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The report's CSV export")
class ReportExportTest {

    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = RunningSimulator.signedIn();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("prints a loaded file byte for byte as long as nothing changes")
    void loadedFileComesBack() throws IOException {
        String file = classicFile();
        HttpResponse<String> loaded = simulator.control("POST", "report", file);

        assertThat(RunningSimulator.object(loaded).getInt("contacts")).isEqualTo(1998);
        assertThat(simulator.report().body()).isEqualTo(file);
    }

    @Test
    @DisplayName("differs from the loaded file in the cell that was written, and in no other")
    void onlyTheWrittenCellDiffers() throws IOException {
        String file = classicFile();
        simulator.control("POST", "report", file);
        HttpResponse<String> update =
                simulator.rest("PATCH", "sobjects/Contact/003Hs0fv1Uavo59", "{\"mobile_subscriber__c\":true}");

        assertThat(update.statusCode()).isEqualTo(204);
        assertThat(differences(file, simulator.report().body()))
                .containsExactly("\"003Hs0fv1Uavo59\",\"Anthony\",\"Müller\",\"anthony.mller.1@mail.example.net\","
                        + "\"5305550106\",\"1\",\"4925 Elm Blvd\",\"Chicago\",\"IL\",\"60601\",\"US\",\"\"");
    }

    @Test
    @DisplayName("shows a written contact in each of its rows, even where the file's value was not readable")
    void unreadableOptInIsReplaced() {
        simulator.control(
                "POST",
                "report",
                """
                "Contact ID","Last Name","Mobile Subscriber","Group"
                "003Hs0fv1Uavo59","Müller","maybe","Members"
                "003Hs0fv1Uavo59","Müller","maybe","Donors"
                "not an id","Nobody","maybe","Donors"

                "Footer"
                """);
        simulator.rest("PATCH", "sobjects/Contact/003Hs0fv1Uavo59", "{\"Mobile_Subscriber__c\":false}");

        assertThat(simulator.report().body())
                .isEqualTo(
                        """
                        "Contact ID","Last Name","Mobile Subscriber","Group"
                        "003Hs0fv1Uavo59","Müller","0","Members"
                        "003Hs0fv1Uavo59","Müller","0","Donors"
                        "not an id","Nobody","maybe","Donors"

                        "Footer"
                        """);
    }

    @Test
    @DisplayName("leaves deleted contacts out and puts new ones before the footer")
    void contactsComeAndGo() {
        simulator.control(
                "POST", "report", "\"Contact ID\",\"Last Name\"\n\"003Hs0fv1Uavo59\",\"Müller\"\n\n\"Footer\"\n");
        simulator.rest("DELETE", "sobjects/Contact/003Hs0fv1Uavo59", "");
        String id = simulator.add("{\"LastName\":\"New \\\"N\\\"\"}");

        assertThat(simulator.report().body())
                .isEqualTo("\"Contact ID\",\"Last Name\"\n\"" + id.substring(0, 15)
                        + "\",\"New \"\"N\"\"\"\n\n\"Footer\"\n");
    }

    @Test
    @DisplayName("has the usual columns, footer, type and file name without a loaded file")
    void usualReport() {
        String id = simulator.add("{\"FirstName\":\"Ada\",\"LastName\":\"Björk\",\"Mobile_Subscriber__c\":true,"
                + "\"MailingStreet\":\"1 Elm\\r\\nUnit 2\"}");
        HttpResponse<String> report = simulator.report();

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.headers().firstValue("Content-Type")).hasValue("text/csv; charset=UTF-8");
        assertThat(report.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"report\\d{13}\\.csv\"");
        assertThat(report.body())
                .startsWith("\"Contact ID\",\"First Name\",\"Last Name\",\"Email\",\"Mobile\",\"Mobile Subscriber\","
                        + "\"Mailing Street\",\"Mailing City\",\"Mailing State/Province\",\"Mailing Zip/Postal Code\","
                        + "\"Mailing Country\",\"Group\"\n\"" + id.substring(0, 15)
                        + "\",\"Ada\",\"Björk\",\"\",\"\",\"1\",\"1 Elm\r\nUnit 2\",\"\",\"\",\"\",\"\",\"\"\n\n\n"
                        + "\"Texting: recently updated contacts\"\n\"Copyright (c) 2000-2026 salesforce.com, inc.")
                .endsWith("\"Example Federation\"\n");
    }

    @Test
    @DisplayName("is encoded as enc= asks, with the other forms of the address too")
    void otherEncoding() throws IOException, InterruptedException {
        simulator.add("{\"LastName\":\"Björk Ł\"}");
        var request = simulator
                .request("00O000000000001?isdtp=p1&view=d&snip&export=1&enc=ISO-8859-1&xf=csv")
                .header("Cookie", "other=1; sid=" + simulator.session())
                .build();
        var answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=ISO-8859-1");
        assertThat(answer.body()).contains("\"Björk ?\"");
    }

    @Test
    @DisplayName("answers the way to the login page when only a Bearer header or an expired cookie comes")
    void needsTheCookie() {
        HttpResponse<String> bearer = simulator.send(simulator.bearer("00O000000000001?export=1&enc=UTF-8&xf=csv"));
        simulator.control("POST", "expire-sessions", "");
        HttpResponse<String> expired = simulator.report();
        simulator.control("POST", "settings", "{\"expiredSidPage\":\"html\"}");
        HttpResponse<String> page = simulator.report();

        assertThat(bearer.statusCode()).isEqualTo(302);
        assertThat(expired.statusCode()).isEqualTo(302);
        assertThat(expired.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/?ec=302&startURL=%2F00O000000000001%3Fexport%3D1%26enc%3DUTF-8%26xf%3Dcsv");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
        assertThat(page.body()).contains("window.location.replace");
    }

    @Test
    @DisplayName("is out of reach for a user who may use the API only")
    void apiOnlyUser() {
        simulator.control("POST", "settings", "{\"apiOnlyUser\":true}");

        assertThat(simulator.report().statusCode()).isEqualTo(302);
    }

    private static List<String> differences(String before, String after) {
        List<String> lines = new ArrayList<>(after.lines().toList());
        List<String> old = before.lines().toList();
        assertThat(lines).hasSameSizeAs(old);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(lines.get(i))) {
                different.add(lines.get(i));
            }
        }
        return different;
    }

    private static String classicFile() throws IOException {
        try (InputStream in = ReportExportTest.class.getResourceAsStream("/report-classic.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
