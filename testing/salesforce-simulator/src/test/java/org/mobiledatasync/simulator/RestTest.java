package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The REST API")
class RestTest {

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
    @DisplayName("lists its versions to anyone, without counting it as a call")
    void versions() {
        HttpResponse<String> answer = simulator.send(simulator.request("services/data/"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("{\"label\":\"Summer '25\",\"url\":\"/services/data/v64.0\",\"version\":\"64.0\"}");
        assertThat(answer.headers().firstValue("Sforce-Limit-Info")).isEmpty();
        assertThat(simulator.get("limits").headers().firstValue("Sforce-Limit-Info"))
                .hasValue("api-usage=1/15000");
    }

    @Test
    @DisplayName("answers 401 with an array when there is no session or a wrong one")
    void sessions() {
        HttpResponse<String> none = simulator.send(simulator.request("services/data/v64.0/limits"));
        HttpResponse<String> wrong =
                simulator.send(simulator.request("services/data/v64.0/limits").header("Authorization", "Bearer 00D!x"));

        for (HttpResponse<String> answer : List.of(none, wrong)) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
            assertThat(answer.body())
                    .isEqualTo("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
        }
    }

    @Test
    @DisplayName("describes the fields of Contact")
    void describe() {
        JsonObject describe = RunningSimulator.object(simulator.get("sobjects/Contact/describe"));

        assertThat(field(describe, "LastName").toString())
                .contains("\"type\":\"string\",\"length\":80,\"nillable\":false,\"createable\":true");
        assertThat(field(describe, "Id").toString()).contains("\"type\":\"id\"", "\"createable\":false");
        assertThat(field(describe, "Email").getBoolean("idLookup")).isTrue();
        assertThat(field(describe, "MobilePhone").getBoolean("idLookup")).isFalse();
        assertThat(field(describe, "Mobile_Subscriber__c").getString("type")).isEqualTo("boolean");
        assertThat(field(describe, "Mobile_Data_Sync_Id__c").getBoolean("externalId"))
                .isTrue();
        assertThat(field(describe, "LeadSource")
                        .getJsonArray("picklistValues")
                        .getJsonObject(0)
                        .toString())
                .contains("\"value\":\"Web\"");
    }

    @Test
    @DisplayName("answers 404 for what it does not have and 405 for methods that it does not take")
    void unknown() {
        assertThat(simulator.get("sobjects/Lead/describe").statusCode()).isEqualTo(404);
        assertThat(simulator
                        .send(simulator.bearer("services/data/v20.0/limits"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(simulator.rest("PUT", "sobjects/Contact", "{}").statusCode()).isEqualTo(405);
    }

    private static JsonObject field(JsonObject describe, String name) {
        return describe.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
