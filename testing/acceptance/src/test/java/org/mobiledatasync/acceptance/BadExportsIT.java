package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.BadExport.ADA_SAME;
import static org.mobiledatasync.acceptance.BadExport.BEA_SENT;
import static org.mobiledatasync.acceptance.BadExport.fault;
import static org.mobiledatasync.acceptance.BadExport.instead;
import static org.mobiledatasync.acceptance.BadExport.text;
import static org.mobiledatasync.acceptance.ExportText.file;
import static org.mobiledatasync.acceptance.ExportText.header;
import static org.mobiledatasync.acceptance.ExportText.line;
import static org.mobiledatasync.acceptance.ExportText.row;
import static org.mobiledatasync.acceptance.ExportText.with;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bad input of section 9, through the whole server. Two people are paired and opted in: nothing new happens to Ada,
 * Bea's city is changed here before each case. Whatever comes in place of the export, nobody is opted out, no profile
 * changes, only Bea's city may be sent, and the next good export makes up for what was missed.
 */
@TestMethodOrder(OrderAnnotation.class)
class BadExportsIT {
    private static final String ADA = "+12125550101";
    private static final String BEA = "+12125550102";
    private static final int FOOTER = 5;
    private static final AtomicInteger NEXT_CITY = new AtomicInteger(1);

    private static Organisation organisation;
    private static Server server;
    private static Administrator admin;
    private static long integration;
    private static String ada;
    private static String bea;
    private static String asked = "UTF-8";

    @BeforeAll
    static void start() {
        organisation = new Organisation();
        server = Server.startFresh("bad-exports", organisation.origin());
        admin = new Administrator(server.api());
        integration = admin.integration(organisation, json().add("webOptInPathId", admin.optInPath("Alerts")));
        admin.activate(integration);
        ada = person("Ada", "Müller", ADA);
        bea = person("Bea", "Short", BEA);
        // A street of two lines: whatever ends a line inside quotes, it is the same street.
        organisation.edit(ada, "MailingStreet", Json.createValue("1 Main St\nUnit 5"));
        assertThat(classes(admin.run(integration, "NIGHTLY")))
                .containsExactly("PROFILE_CREATED CREATED", "PROFILE_CREATED CREATED");
    }

    @AfterAll
    static void stop() {
        server.close();
        organisation.close();
    }

    @AfterEach
    void soundAgain() {
        organisation.noFaults();
        exportIn("UTF-8");
    }

    static Stream<BadExport> notTheExport() {
        return Stream.of(
                fault("a sign-in page with status 200", "html").fails("web page instead of a CSV file"),
                fault("a redirect to the sign-in page", "redirect").fails("web page instead of a CSV file"),
                fault("endless redirects", "redirect-loop").fails("web page instead of a CSV file"),
                fault("an empty body", "empty").fails("empty file"),
                text("blank lines only", (a, b) -> "\n\r\n\n").fails("no header line"),
                fault("a missing heading", "missing-heading", "heading", "Mobile")
                        .fails("no column \"Mobile\""),
                fault("a missing Contact ID", "missing-heading", "heading", "Contact ID")
                        .fails("no column \"Contact ID\""),
                fault("a renamed heading", "renamed-heading", "heading", "Email", "newHeading", "E")
                        .fails("no column \"Email\""),
                fault("a duplicate heading", "duplicate-heading", "heading", "Mobile")
                        .fails("more than one column \"Mobile\""),
                fault("headings in German", "label-language", "language", "de").fails("no column"),
                fault("headings in Spanish", "label-language", "language", "es").fails("no column"),
                text("a NUL in a heading", (a, b) -> file(header().replace("Email", "E\0mail"), line(a), line(b)))
                        .fails("no column \"Email\""),
                text("another CSV file", (a, b) -> file("\"Date\",\"Amount\"", "\"2026-01-01\",\"12.00\""))
                        .fails("\"Contact ID\"; its columns are \"Date\", \"Amount\""),
                text("a JSON document", (a, b) -> "{\"records\": []}").fails("no column"),
                text("a web page that claims to be a CSV file", (a, b) -> "\n<!DOCTYPE html><html></html>")
                        .fails("web page"),
                text("a table without its header", (a, b) -> file(line(a), line(b)))
                        .fails("no column"),
                text("an export in UTF-16", (a, b) -> file(header(), line(a), line(b)))
                        .bytesIn("UTF-16")
                        .fails("no column"),
                fault("a body shorter than announced", "truncated-with-content-length")
                        .failsWith("ANSWER_LOST", "broke off"),
                fault("a fault of Salesforce's own", "http-500-before").failsWith("GATEWAY", "status 500"));
    }

    static Stream<BadExport> shortOrLong() {
        return Stream.of(
                fault("the header only", "header-only").completes(BEA_SENT),
                fault("no row, but the footer", "short", "rows", 0)
                        .completes(BEA_SENT)
                        .footers(FOOTER),
                fault("a well-formed file that is too short", "short", "rows", 1)
                        .completes(ADA_SAME, BEA_SENT)
                        .footers(FOOTER),
                text("the last line cut inside quotes", (a, b) -> cut(file(header(), line(a), line(b)), "Bea"))
                        .completes(ADA_SAME, "NO_IMPORT UNREADABLE_ROW", BEA_SENT),
                text("the last line cut between two cells", (a, b) -> cut(file(header(), line(a), line(b)), "Bea\""))
                        .completes(ADA_SAME, "NO_IMPORT UNREADABLE_ROW"),
                text("the last line cut before its last quote", (a, b) -> cut(file(header(), line(a), line(b)), ",\""))
                        .completes(ADA_SAME, "NO_IMPORT UNREADABLE_ROW", BEA_SENT),
                fault("no footer", "no-footer").completes(ADA_SAME, BEA_SENT),
                fault("the usual footer, slowly", "latency", "ms", 200)
                        .completes(ADA_SAME, BEA_SENT)
                        .footers(FOOTER),
                fault("Grand Totals before the footer", "grand-totals")
                        .completes(ADA_SAME, BEA_SENT)
                        .footers(FOOTER + 1),
                fault("Grand Totals as wide as the table", "grand-totals", "fullWidth", true)
                        .completes(ADA_SAME, BEA_SENT, "NO_IMPORT BAD_CONTACT_ID")
                        .footers(FOOTER),
                instead("a subtotal within the table", a -> file(line(a), "\"Subtotal\"")
                                .strip())
                        .completes(ADA_SAME, BEA_SENT, "NO_IMPORT UNREADABLE_ROW"));
    }

    static Stream<BadExport> bytes() {
        return Stream.of(
                fault("blank lines", "blank-lines")
                        .completes(ADA_SAME, BEA_SENT)
                        .footers(FOOTER),
                fault("CRLF after the rows", "crlf")
                        .completes(ADA_SAME, BEA_SENT)
                        .footers(FOOTER),
                text("CRLF everywhere", (a, b) -> file(header(), line(a), line(b))
                                .replace("\n", "\r\n"))
                        .completes(ADA_SAME, BEA_SENT),
                text("CR everywhere", (a, b) -> file(header(), line(a), line(b)).replace("\n", "\r"))
                        .completes(ADA_SAME, BEA_SENT),
                instead("CRLF inside quotes", a -> line(a).replace("\n", "\r\n"))
                        .completes(ADA_SAME, BEA_SENT),
                instead("CR inside quotes", a -> line(a).replace("\n", "\r")).completes(ADA_SAME, BEA_SENT),
                fault("a byte order mark", "bom").completes(ADA_SAME, BEA_SENT).footers(FOOTER),
                fault("ISO-8859-1 as asked for", "no-footer")
                        .asked("ISO-8859-1")
                        .completes(ADA_SAME, BEA_SENT),
                text("ISO-8859-1 in place of UTF-8", (a, b) -> file(header(), line(a), line(b)))
                        .bytesIn("ISO-8859-1")
                        .completes("NO_IMPORT UNREADABLE_ROW", BEA_SENT),
                fault("a NUL in a name", "nul", "heading", "Last Name")
                        .completes("NO_IMPORT UNREADABLE_ROW", BEA_SENT)
                        .footers(FOOTER),
                fault("10 MB in a field of ours", "big-field", "heading", "Mailing Street")
                        .completes("UNABLE_TO_UPDATE VALUE_TOO_LONG", BEA_SENT)
                        .footers(FOOTER),
                fault("10 MB as a number", "big-field", "heading", "Mobile")
                        .completes("NO_IMPORT NOT_A_MOBILE_NUMBER", BEA_SENT)
                        .footers(FOOTER),
                fault("10 MB as an opt-in", "big-field", "heading", "Mobile Subscriber")
                        .completes("NO_IMPORT OPT_IN_NOT_READABLE", BEA_SENT)
                        .footers(FOOTER),
                fault("10 MB as an id", "big-field", "heading", "Contact ID")
                        .completes("NO_IMPORT BAD_CONTACT_ID", BEA_SENT)
                        .footers(FOOTER));
    }

    static Stream<BadExport> ids() {
        return Stream.of(
                instead("an id of 15 characters", a -> line(a)).completes(ADA_SAME, BEA_SENT),
                instead("an id of 18 characters", a -> line(with(a, "Contact ID", ada)))
                        .completes(ADA_SAME, BEA_SENT),
                instead("an id with wrong check characters", a -> line(with(a, "Contact ID", wrongCheck(ada))))
                        .completes("NO_IMPORT BAD_CONTACT_ID", BEA_SENT),
                instead("an id of an account", a -> line(with(a, "Contact ID", "001" + ada.substring(3, 15))))
                        .completes("NO_IMPORT BAD_CONTACT_ID", BEA_SENT),
                instead("no id", a -> line(with(a, "Contact ID", ""))).completes("NO_IMPORT BAD_CONTACT_ID", BEA_SENT),
                instead("the same contact twice", a -> file(line(a), line(a)).strip())
                        .completes(ADA_SAME, BEA_SENT),
                instead("the same contact twice, by both forms of its id", a -> file(
                                        line(a), line(with(a, "Contact ID", ada)))
                                .strip())
                        .completes(ADA_SAME, BEA_SENT),
                instead("the same contact twice with two cities", a -> file(
                                        line(a), line(with(a, "Mailing City", "Elsewhere")))
                                .strip())
                        .completes("SKIPPED_MEMBERS CONTRADICTING_ROWS", BEA_SENT),
                instead("the same contact twice, opted in and opted out", a -> file(
                                        line(a), line(with(a, "Mobile Subscriber", "0")))
                                .strip())
                        .completes("SKIPPED_MEMBERS CONTRADICTING_ROWS", BEA_SENT),
                instead(
                                "the same contact twice, the second time without its number",
                                a -> file(line(a), line(with(a, "Mobile", ""))).strip())
                        .completes("SKIPPED_MEMBERS CONTRADICTING_ROWS", BEA_SENT),
                instead("an opt-in that is neither yes nor no", a -> line(with(a, "Mobile Subscriber", "maybe")))
                        .completes("NO_IMPORT OPT_IN_NOT_READABLE", BEA_SENT));
    }

    @Order(1)
    @ParameterizedTest(name = "R9 {0}")
    @MethodSource({"notTheExport", "shortOrLong", "bytes", "ids"})
    @DisplayName("R9 a bad export harms nobody, says what is wrong, and the next good one makes up for it")
    void badExport(BadExport bad) {
        String city = "City " + NEXT_CITY.getAndIncrement();
        List<JsonObject> people = beaMovesHere(city);
        exportIn(bad.encoding());
        JsonObject adasContact = organisation.contact(ada);
        JsonObject beasContact = organisation.contact(bea);
        organisation.fault(
                bad.fault().apply(row(adasContact), row(beasContact)).build().toString());

        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(classes(run)).containsExactlyInAnyOrderElementsOf(bad.records());
        assertThat(run.getString("state")).isEqualTo(bad.state());
        assertThat(run.getString("message", "")).contains(bad.mustFail() ? bad.message() : "");
        assertThat(run.getInt("seen")).isEqualTo(bad.records().size());
        assertThat(run.getInt("balance")).isZero();
        assertThat(run.getInt("footerRows")).isEqualTo(bad.footerRows());
        assertThat(people()).as("no profile changed, nobody opted out").isEqualTo(people);
        assertThat(organisation.contact(ada)).isEqualTo(adasContact);
        if (bad.records().contains(BEA_SENT)) {
            assertThat(organisation.contact(bea).getString("MailingCity")).isEqualTo(city);
        } else {
            assertThat(organisation.contact(bea)).isEqualTo(beasContact);
        }
        if (bad.isHarmful()) {
            organisation.noFaults();
            nextGoodRun();
            assertThat(organisation.contact(ada)).isEqualTo(adasContact);
            assertThat(organisation.contact(bea).getString("MailingCity")).isEqualTo(city);
            assertThat(people()).isEqualTo(people);
        }
    }

    private static void nextGoodRun() {
        exportIn("UTF-8");
        JsonObject good = admin.run(integration, "NIGHTLY");

        assertThat(good.getString("state")).isEqualTo("COMPLETED");
        assertThat(good.getInt("seen")).isEqualTo(2);
        assertThat(good.getInt("balance")).isZero();
        assertThat(good.getInt("footerRows")).isEqualTo(FOOTER);
    }

    @Test
    @Order(2)
    @DisplayName("R9 after all of them: two people, two contacts, both opted in, one Welcome each")
    void nobodyWasHarmed() {
        assertThat(people())
                .extracting(person -> person.getString("status"))
                .containsExactly("ACTIVE_SUBSCRIBER", "ACTIVE_SUBSCRIBER");
        assertThat(organisation.contacts("")).hasSize(2);
        assertThat(admin.total("/profiles")).isEqualTo(2);
        assertThat(admin.total("/messages")).isEqualTo(2);
    }

    @Test
    @Order(3)
    @DisplayName(
            "R4.2 an opt-out counts even in a row with forbidden characters, as long as every cell is in its place")
    void optOutInABadRow() {
        organisation.edit(ada, "Mobile_Subscriber__c", JsonValue.FALSE);
        organisation.fault("{\"kind\": \"nul\", \"on\": \"report\"}");

        JsonObject run = admin.run(integration, "NIGHTLY");

        assertThat(classes(run)).containsExactlyInAnyOrder("OPTED_OUT_CRM OPTED_OUT_IN_CRM", ADA_SAME);
        assertThat(admin.profile(ADA).getString("status")).isEqualTo("OPTED_OUT");
        assertThat(admin.profile(BEA).getString("status")).isEqualTo("ACTIVE_SUBSCRIBER");
    }

    /** Class and reason of every record of a run. */
    private static List<String> classes(JsonObject run) {
        return admin.records(run, "?size=500").stream()
                .map(record -> record.getString("outcome") + " " + record.getString("reason"))
                .toList();
    }

    private static List<JsonObject> people() {
        return admin.api.get("/profiles?size=10").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .sorted(Comparator.comparing(person -> person.getString("phone")))
                .toList();
    }

    /** @return the people as they are then */
    private static List<JsonObject> beaMovesHere(String city) {
        JsonObject profile = admin.profile(BEA);
        var address = Json.createObjectBuilder(profile.getJsonObject("address")).add("city", city);
        admin.api.put(
                "/profiles/" + Administrator.id(profile),
                Json.createObjectBuilder(profile).add("address", address).build());
        return people();
    }

    /** Asks for the export in this encoding from now on. */
    private static void exportIn(String encoding) {
        if (!encoding.equals(asked)) {
            admin.configure(
                    integration,
                    json().add("customExportUrl", organisation.exportUrl().replace("UTF-8", encoding)));
            asked = encoding;
        }
    }

    private static String person(String firstName, String lastName, String phone) {
        String id = organisation.add(lastName, phone, firstName.toLowerCase() + "@example.org", true);
        organisation.edit(id, "FirstName", Json.createValue(firstName));
        organisation.edit(id, "MailingCity", Json.createValue("City 0"));
        return id;
    }

    /** The text up to and with the last place of a part. */
    private static String cut(String text, String last) {
        return text.substring(0, text.lastIndexOf(last) + last.length());
    }

    private static String wrongCheck(String id) {
        char last = id.charAt(17);
        return id.substring(0, 17) + (last == 'A' ? 'B' : 'A');
    }
}
