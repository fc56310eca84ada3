package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A collection of records")
class CollectionsTest {

    private static final String PATH = "composite/sobjects";

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
    @DisplayName("is created row by row, with the results in its order")
    void create() {
        HttpResponse<String> answer = simulator.rest(
                "POST", PATH, records(false, "\"LastName\":\"A\"", "\"FirstName\":\"B\"", "\"LastName\":\"C\""));
        JsonArray results = RunningSimulator.array(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(results.getValuesAs(JsonObject.class).stream().map(row -> row.getBoolean("success")))
                .containsExactly(true, false, true);
        assertThat(simulator.contact(results.getJsonObject(2).getString("id")).getString("LastName"))
                .isEqualTo("C");
        assertThat(results.get(1))
                .hasToString("{\"success\":false,\"errors\":[{\"statusCode\":\"REQUIRED_FIELD_MISSING\","
                        + "\"message\":\"Required fields are missing: [LastName]\",\"fields\":[\"LastName\"]}]}");
    }

    @Test
    @DisplayName("is created whole or not at all when told so")
    void allOrNone() {
        HttpResponse<String> answer =
                simulator.rest("POST", PATH, records(true, "\"LastName\":\"A\"", "\"FirstName\":\"B\""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(codes(answer)).containsExactly("ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING");
        assertThat(simulator.control("GET", "contacts", "").body()).isEqualTo("[]");
        assertThat(simulator.control("GET", "calls", "").body()).contains("\"recordsWritten\":0");
    }

    @Test
    @DisplayName("is updated by ids of 15 or 18 characters; other ids fail their row")
    void update() {
        String first = simulator.add("{\"LastName\":\"A\"}");
        String second = simulator.add("{\"LastName\":\"B\"}");
        String gone = simulator.add("{\"LastName\":\"C\"}");
        simulator.control("DELETE", "contacts/" + gone, "");
        HttpResponse<String> answer = simulator.rest(
                "PATCH",
                PATH,
                records(
                        false,
                        "\"id\":\"" + first.substring(0, 15) + "\",\"Mobile_Subscriber__c\":true",
                        "\"id\":\"001Sm0000000001AAA\",\"Mobile_Subscriber__c\":true",
                        "\"id\":\"003Sm0000000099\",\"Mobile_Subscriber__c\":true",
                        "\"id\":\"" + gone + "\",\"Mobile_Subscriber__c\":true",
                        "\"Mobile_Subscriber__c\":true",
                        "\"Id\":\"" + second + "\",\"LastName\":null"));

        assertThat(codes(answer))
                .containsExactly(
                        "",
                        "MALFORMED_ID",
                        "INVALID_CROSS_REFERENCE_KEY",
                        "ENTITY_IS_DELETED",
                        "MISSING_ARGUMENT",
                        "REQUIRED_FIELD_MISSING");
        assertThat(RunningSimulator.array(answer).getJsonObject(0).getString("id"))
                .isEqualTo(first);
        assertThat(simulator.contact(first).getBoolean("Mobile_Subscriber__c")).isTrue();
    }

    @Test
    @DisplayName("is upserted on an external id; a key that two contacts have fails its row")
    void upsert() {
        simulator.add("{\"LastName\":\"A\",\"Mobile_Data_Sync_Id__c\":\"1\"}");
        simulator.add("{\"LastName\":\"B\",\"Mobile_Data_Sync_Id__c\":\"2\"}");
        simulator.add("{\"LastName\":\"C\",\"Mobile_Data_Sync_Id__c\":\"2\"}");
        HttpResponse<String> answer = simulator.rest(
                "PATCH",
                PATH + "/Contact/Mobile_Data_Sync_Id__c",
                records(
                        false,
                        "\"LastName\":\"X\",\"Mobile_Data_Sync_Id__c\":\"1\"",
                        "\"LastName\":\"Y\",\"Mobile_Data_Sync_Id__c\":\"2\"",
                        "\"LastName\":\"Z\",\"Mobile_Data_Sync_Id__c\":\"3\""));
        JsonArray results = RunningSimulator.array(answer);

        assertThat(codes(answer)).containsExactly("", "DUPLICATE_EXTERNAL_ID", "");
        assertThat(results.getJsonObject(0).getBoolean("created")).isFalse();
        assertThat(results.getJsonObject(2).getBoolean("created")).isTrue();
        assertThat(results.getJsonObject(1).containsKey("created")).isFalse();
    }

    @Test
    @DisplayName("is deleted and read by ids")
    void deleteAndRead() {
        String first = simulator.add("{\"LastName\":\"A\"}");
        String second = simulator.add("{\"LastName\":\"B\"}");

        assertThat(codes(simulator.rest("DELETE", PATH + "?ids=" + first + ",x&allOrNone=false", "")))
                .containsExactly("", "MALFORMED_ID");
        assertThat(simulator
                        .rest(
                                "POST",
                                PATH + "/Contact",
                                "{\"ids\":[\"" + first + "\",\"" + second + "\"],\"fields\":[\"LastName\"]}")
                        .body())
                .startsWith("[null,{\"attributes\"")
                .endsWith("\"LastName\":\"B\"}]");
    }

    @Test
    @DisplayName("of 200 records is taken, one of 201 refused whole")
    void limit() {
        String[] most = Collections.nCopies(200, "\"LastName\":\"A\"").toArray(new String[0]);
        String[] tooMany = Collections.nCopies(201, "\"LastName\":\"A\"").toArray(new String[0]);

        assertThat(RunningSimulator.array(simulator.rest("POST", PATH, records(false, most))))
                .hasSize(200);
        HttpResponse<String> refused = simulator.rest("POST", PATH, records(false, tooMany));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("cannot submit more than 200 records");
        assertThat(simulator.control("GET", "calls", "").body()).contains("\"recordsWritten\":200");
    }

    @Test
    @DisplayName("without records or with an unknown field is refused whole, without a type row by row")
    void malformed() {
        HttpResponse<String> empty = simulator.rest("POST", PATH, "{\"records\":[]}");
        HttpResponse<String> unknown =
                simulator.rest("POST", PATH, records(false, "\"LastName\":\"A\"", "\"LastName\":\"A\",\"X\":\"y\""));
        HttpResponse<String> untyped = simulator.rest("POST", PATH, "{\"records\":[{\"LastName\":\"A\"}]}");

        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"errorCode\":\"INVALID_FIELD\"");
        assertThat(codes(untyped)).containsExactly("INVALID_TYPE");
        assertThat(simulator.control("GET", "contacts", "").body()).isEqualTo("[]");
    }

    private static String records(boolean allOrNone, String... records) {
        String joined = String.join("},{\"attributes\":{\"type\":\"Contact\"},", records);
        return "{\"allOrNone\":" + allOrNone + ",\"records\":[{\"attributes\":{\"type\":\"Contact\"}," + joined + "}]}";
    }

    private static List<String> codes(HttpResponse<String> answer) {
        return RunningSimulator.array(answer).getValuesAs(JsonObject.class).stream()
                .map(row -> row.getJsonArray("errors"))
                .map(errors -> errors.isEmpty() ? "" : errors.getJsonObject(0).getString("statusCode"))
                .toList();
    }
}
