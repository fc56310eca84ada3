package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A single contact")
class RowsTest {

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
    @DisplayName("is created, read, changed and deleted")
    void life() {
        HttpResponse<String> created =
                simulator.rest("POST", "sobjects/Contact", "{\"lastname\":\" Ada \",\"EMAIL\":\"\"}");
        String id = RunningSimulator.object(created).getString("id");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).isEqualTo("{\"id\":\"" + id + "\",\"success\":true,\"errors\":[]}");

        HttpResponse<String> read = simulator.get("sobjects/Contact/" + id + "?fields=LastName,email");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).endsWith("\"LastName\":\"Ada\",\"Email\":null}");

        HttpResponse<String> changed =
                simulator.rest("PATCH", "sobjects/Contact/" + id.substring(0, 15), "{\"FirstName\":\"B\"}");
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(changed.body()).isEmpty();
        assertThat(simulator.contact(id).getString("Name")).isEqualTo("B Ada");

        HttpResponse<String> overridden =
                simulator.rest("POST", "sobjects/Contact/" + id + "?_HttpMethod=PATCH", "{\"FirstName\":\"C\"}");
        assertThat(overridden.statusCode()).isEqualTo(204);
        assertThat(simulator.contact(id).getString("Name")).isEqualTo("C Ada");

        assertThat(simulator.rest("DELETE", "sobjects/Contact/" + id, "").statusCode())
                .isEqualTo(204);
        HttpResponse<String> gone = simulator.rest("PATCH", "sobjects/Contact/" + id, "{\"FirstName\":\"D\"}");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("\"errorCode\":\"ENTITY_IS_DELETED\",\"message\":\"entity is deleted\"");
    }

    @Test
    @DisplayName("gets a new SystemModstamp with every change")
    void modstampMoves() {
        String id = simulator.add("{\"LastName\":\"Ada\"}");
        String before = simulator.contact(id).getString("SystemModstamp");
        simulator.control("POST", "settings", "{\"clockOffsetMs\":5000}");
        simulator.rest("PATCH", "sobjects/Contact/" + id, "{\"LastName\":\"Ada\"}");

        JsonObject after = simulator.contact(id);
        assertThat(after.getString("SystemModstamp")).isGreaterThan(before);
        assertThat(after.getString("LastModifiedDate")).isEqualTo(after.getString("SystemModstamp"));
        assertThat(after.getString("CreatedDate")).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is refused with the reason")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"FirstName":"A"}                              | REQUIRED_FIELD_MISSING          | Required fields are missing: [LastName]
                    {"LastName":" "}                               | REQUIRED_FIELD_MISSING          | Required fields are missing: [LastName]
                    {"LastName":"A","Email":"nobody"}              | INVALID_EMAIL_ADDRESS           | invalid email address: nobody
                    {"LastName":"A","MailingPostalCode":"123456789012345678901"} | STRING_TOO_LONG   | (max length=20)
                    {"LastName":"A","Nickname":"x"}                | INVALID_FIELD                   | No such column 'Nickname' on sobject of type Contact
                    {"LastName":"A","Name":"x"}                    | INVALID_FIELD_FOR_INSERT_UPDATE | Unable to create/update fields: Name
                    {"LastName":"A","Mobile_Subscriber__c":"si"}   | JSON_PARSER_ERROR               | Cannot deserialize instance of boolean
                    {"LastName":"A","Mobile_Subscriber__c":1}      | JSON_PARSER_ERROR               | Cannot deserialize instance of boolean
                    {"LastName":"A","Mobile_Subscriber__c":null}   | INVALID_TYPE_ON_FIELD_IN_RECORD | value not of required type
                    {"LastName":5}                                 | JSON_PARSER_ERROR               | Cannot deserialize instance of string
                    {"LastName":"A","LeadSource":"Mobile Commons"} | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST | bad value for restricted picklist field: Mobile Commons
                    {"LastName":                                   | JSON_PARSER_ERROR               |
                    """)
    void refused(String body, String code, String message) {
        simulator.control("POST", "settings", "{\"leadSources\":[\"Web\"]}");
        HttpResponse<String> answer = simulator.rest("POST", "sobjects/Contact", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonObject error = RunningSimulator.array(answer).getJsonObject(0);
        assertThat(error.getString("errorCode")).isEqualTo(code);
        assertThat(error.getString("message")).contains(message == null ? "" : message);
        assertThat(simulator.control("GET", "contacts", "").body()).isEqualTo("[]");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is not found under an id that is none of a contact")
    @CsvSource({"003Sm0000000099", "003000000000000AAA", "001Sm0000000001", "x"})
    void notFound(String id) {
        for (String method : new String[] {"GET", "PATCH", "DELETE"}) {
            HttpResponse<String> answer = simulator.rest(method, "sobjects/Contact/" + id, "{\"LastName\":\"B\"}");
            assertThat(answer.statusCode()).as(method).isEqualTo(404);
            assertThat(answer.body()).as(method).contains("\"errorCode\":\"NOT_FOUND\"");
        }
    }

    @Test
    @DisplayName("is created, then updated by an upsert on its external id; two of one id are a choice")
    void upsert() {
        String path = "sobjects/Contact/Mobile_Data_Sync_Id__c/a%2Fb%20c";
        HttpResponse<String> created = simulator.rest("PATCH", path, "{\"LastName\":\"A\"}");
        HttpResponse<String> updated = simulator.rest("PATCH", path, "{\"LastName\":\"B\"}");
        String id = RunningSimulator.object(created).getString("id");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).endsWith("\"created\":true}");
        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(updated.body())
                .isEqualTo("{\"id\":\"" + id + "\",\"success\":true,\"errors\":[],\"created\":false}");
        assertThat(simulator.contact(id).getString("Mobile_Data_Sync_Id__c")).isEqualTo("a/b c");
        assertThat(simulator.contact(id).getString("LastName")).isEqualTo("B");

        String other = simulator.add("{\"LastName\":\"C\",\"Mobile_Data_Sync_Id__c\":\"A/B C\"}");
        HttpResponse<String> choice = simulator.rest("PATCH", path, "{\"LastName\":\"D\"}");
        assertThat(choice.statusCode()).isEqualTo(300);
        assertThat(choice.body())
                .isEqualTo("[\"/services/data/v64.0/sobjects/Contact/" + id
                        + "\",\"/services/data/v64.0/sobjects/Contact/" + other + "\"]");
        assertThat(simulator.contact(id).getString("LastName")).isEqualTo("B");
    }

    @Test
    @DisplayName("is refused when it repeats the external id of another one; its own it may keep")
    void externalIdIsUnique() {
        String first = simulator.add("{\"LastName\":\"A\",\"Mobile_Data_Sync_Id__c\":\"x\"}");
        String second = simulator.add("{\"LastName\":\"B\"}");
        String key = "{\"LastName\":\"C\",\"Mobile_Data_Sync_Id__c\":\"X\"}";

        assertThat(simulator.rest("POST", "sobjects/Contact", key).body())
                .contains("DUPLICATE_VALUE")
                .contains(first);
        assertThat(simulator.rest("PATCH", "sobjects/Contact/" + second, key).body())
                .contains("DUPLICATE_VALUE");
        assertThat(simulator.rest("PATCH", "sobjects/Contact/" + first, key).statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("is created anew by an upsert when the one with that external id was deleted")
    void upsertAfterDelete() {
        String gone = simulator.add("{\"LastName\":\"A\",\"Mobile_Data_Sync_Id__c\":\"x\"}");
        simulator.rest("DELETE", "sobjects/Contact/" + gone, "");
        HttpResponse<String> created =
                simulator.rest("PATCH", "sobjects/Contact/Mobile_Data_Sync_Id__c/x", "{\"LastName\":\"B\"}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(RunningSimulator.object(created).getString("id")).isNotEqualTo(gone);
    }

    @Test
    @DisplayName("is not created by an upsert that may only update, nor on a field that is no external id")
    void upsertRefused() {
        HttpResponse<String> updateOnly = simulator.rest(
                "PATCH", "sobjects/Contact/Mobile_Data_Sync_Id__c/x?updateOnly=true", "{\"LastName\":\"A\"}");
        HttpResponse<String> noKey = simulator.rest("PATCH", "sobjects/Contact/LastName/x", "{\"LastName\":\"A\"}");

        assertThat(updateOnly.statusCode()).isEqualTo(404);
        assertThat(noKey.statusCode()).isEqualTo(404);
        assertThat(noKey.body()).contains("Provided external ID field does not exist or is not accessible: LastName");
    }

    @Test
    @DisplayName("that repeats another one is refused by the duplicate rule, unless the caller insists")
    void duplicateRule() {
        String id = simulator.add("{\"LastName\":\"A\",\"MobilePhone\":\"2165550133\"}");
        simulator.control("POST", "settings", "{\"duplicateRule\":true}");
        String body = "{\"LastName\":\"B\",\"MobilePhone\":\"2165550133\"}";

        HttpResponse<String> refused = simulator.rest("POST", "sobjects/Contact", body);
        JsonObject error = RunningSimulator.array(refused).getJsonObject(0);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error.getString("errorCode")).isEqualTo("DUPLICATES_DETECTED");
        assertThat(error.getJsonObject("duplicateResut").toString()).contains("\"Id\":\"" + id + "\"");

        simulator.control("POST", "settings", "{\"duplicateKey\":\"duplicateResult\"}");
        assertThat(simulator.rest("POST", "sobjects/Contact", body).body()).contains("\"duplicateResult\":{");

        HttpResponse<String> insisted = simulator.send(simulator
                .bearer(RunningSimulator.DATA + "sobjects/Contact")
                .header("Sforce-Duplicate-Rule-Header", "allowSave=true")
                .POST(BodyPublishers.ofString(body)));
        assertThat(insisted.statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("may come packed and in chunks")
    void gzipAndChunks() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"LastName\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer = simulator.send(simulator
                .bearer(RunningSimulator.DATA + "sobjects/Contact/")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(packed.toByteArray()))));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(simulator
                        .contact(RunningSimulator.object(answer).getString("id"))
                        .getString("LastName"))
                .isEqualTo("Zoë");
    }
}
