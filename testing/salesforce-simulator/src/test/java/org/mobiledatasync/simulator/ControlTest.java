package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The control API")
class ControlTest {

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
    @DisplayName("adds contacts as they are given, whatever the rules of the API say, and reads them back")
    void addsContacts() {
        String id =
                simulator.add("{\"Id\":\"003Hs0fv1Uavo59\",\"MobilePhone\":\"call office\",\"Email\":\"no email\"}");

        assertThat(id).startsWith("003Hs0fv1Uavo59").hasSize(18);
        assertThat(simulator.contact("003Hs0fv1Uavo59").getString("Email")).isEqualTo("no email");
        HttpResponse<String> refused = simulator.control("POST", "contacts", "[{\"Id\":\"001Hs0fv1Uavo59\"}]");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("not the id of a Contact");
    }

    @Test
    @DisplayName("finds contacts by phone however it was typed, and by any field")
    void finds() {
        simulator.add("{\"LastName\":\"A\",\"MobilePhone\":\"+1 (216) 555-0133\"}");
        simulator.add("{\"LastName\":\"B\",\"MobilePhone\":\"216.555.0134\",\"Email\":\"b@example.org\"}");

        assertThat(found("phone=2165550133")).containsExactly("A");
        assertThat(found("phone=%2B12165550134")).containsExactly("B");
        assertThat(found("Email=b@example.org")).containsExactly("B");
        assertThat(found("LastName=C")).isEmpty();
    }

    @Test
    @DisplayName("edits, merges and deletes as people in the organisation do")
    void edits() {
        String winner = simulator.add("{\"LastName\":\"A\"}");
        String loser = simulator.add("{\"LastName\":\"B\"}");
        simulator.control("PATCH", "contacts/" + winner, "{\"FirstName\":\"Edited\"}");
        HttpResponse<String> merged =
                simulator.control("POST", "merge", "{\"survivor\":\"" + winner + "\",\"losers\":[\"" + loser + "\"]}");

        assertThat(merged.statusCode()).isEqualTo(204);
        assertThat(simulator.contact(winner).getString("Name")).isEqualTo("Edited A");
        assertThat(simulator.contact(loser).getBoolean("IsDeleted")).isTrue();
        assertThat(simulator.contact(loser).getString("MasterRecordId")).isEqualTo(winner);
        assertThat(found("")).containsExactly("A");
        assertThat(found("deleted")).containsExactly("A", "B");
        assertThat(simulator.control("DELETE", "contacts/" + loser, "").body()).contains("ENTITY_IS_DELETED");
    }

    @Test
    @DisplayName("keeps the whole chain when a survivor is merged itself")
    void chainOfMerges() {
        String first = simulator.add("{\"LastName\":\"A\"}");
        String second = simulator.add("{\"LastName\":\"B\"}");
        String last = simulator.add("{\"LastName\":\"C\"}");
        merge(second, first);
        merge(last, second);

        assertThat(simulator.contact(first).getString("MasterRecordId")).isEqualTo(second);
        assertThat(simulator.contact(second).getString("MasterRecordId")).isEqualTo(last);
        assertThat(found("")).containsExactly("C");
        assertThat(simulator
                        .get("queryAll?q=SELECT+Id+FROM+Contact+WHERE+MasterRecordId='" + second + "'")
                        .body())
                .contains(first);
    }

    @Test
    @DisplayName("takes a contact out of the bin, merged or deleted; a living one is not in it")
    void undeletes() {
        String winner = simulator.add("{\"LastName\":\"A\"}");
        String loser = simulator.add("{\"LastName\":\"B\"}");
        merge(winner, loser);

        assertThat(undelete(loser)).isEqualTo(204);
        assertThat(simulator.contact(loser).getBoolean("IsDeleted")).isFalse();
        assertThat(simulator.contact(loser).isNull("MasterRecordId")).isTrue();
        assertThat(found("")).containsExactly("A", "B");
        assertThat(undelete(loser)).isEqualTo(400);
    }

    @Test
    @DisplayName("deletes for good: no query knows the id, a write finds nothing under it")
    void deletesForGood() {
        String binned = simulator.add("{\"LastName\":\"A\"}");
        String living = simulator.add("{\"LastName\":\"B\"}");
        simulator.control("DELETE", "contacts/" + binned, "");
        for (String id : new String[] {binned, living}) {
            assertThat(simulator
                            .control("DELETE", "contacts/" + id + "?forever", "")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(simulator
                            .get("queryAll?q=SELECT+Id+FROM+Contact+WHERE+Id='" + id + "'")
                            .body())
                    .contains("\"totalSize\":0");
            assertThat(simulator
                            .rest("PATCH", "sobjects/Contact/" + id, "{\"LastName\":\"C\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(undelete(binned)).isEqualTo(400);
    }

    private void merge(String survivor, String loser) {
        simulator.control("POST", "merge", "{\"survivor\":\"" + survivor + "\",\"losers\":[\"" + loser + "\"]}");
    }

    private int undelete(String id) {
        return simulator.control("POST", "undelete", "{\"id\":\"" + id + "\"}").statusCode();
    }

    @Test
    @DisplayName("does not merge at all when one of the losers is gone")
    void mergeIsWhole() {
        String winner = simulator.add("{\"LastName\":\"A\"}");
        String loser = simulator.add("{\"LastName\":\"B\"}");
        HttpResponse<String> merged = simulator.control(
                "POST",
                "merge",
                "{\"survivor\":\"" + winner + "\",\"losers\":[\"" + loser + "\",\"003Sm0000000099\"]}");

        assertThat(merged.statusCode()).isEqualTo(400);
        assertThat(simulator.contact(loser).getBoolean("IsDeleted")).isFalse();
    }

    @Test
    @DisplayName("counts the calls by kind, with the records they read and wrote")
    void counts() {
        simulator.control("DELETE", "calls", "");
        simulator.signIn();
        simulator.rest("POST", "sobjects/Contact", "{\"LastName\":\"A\"}");
        simulator.rest("POST", "sobjects/Contact", "{}");
        simulator.query("SELECT Id FROM Contact");
        simulator.get("limits");
        simulator.get("sobjects/Contact/describe");
        simulator.report();
        simulator.send(simulator.request("services/data/"));
        simulator.get("nonsense");
        JsonObject calls = RunningSimulator.object(simulator.control("GET", "calls", ""));

        assertThat(calls.toString())
                .startsWith("{\"login\":1,\"query\":1,\"read\":0,\"create\":2,\"update\":0,\"upsert\":0,\"delete\":0,"
                        + "\"describe\":1,\"limits\":1,\"report\":1,\"versions\":1,\"other\":1,"
                        + "\"recordsWritten\":1,\"recordsRead\":1,\"apiUsage\":6,\"latest\":[");
        JsonObject last = calls.getJsonArray("latest").getJsonObject(8);
        assertThat(last.getString("path")).isEqualTo("/services/data/v64.0/nonsense");
        assertThat(last.getInt("status")).isEqualTo(404);
    }

    @Test
    @DisplayName("adds fields and renames the opt-in checkbox, which describe, queries and writes then know")
    void changesFields() {
        simulator.control(
                "POST", "fields", "{\"name\":\"Chapter__c\",\"label\":\"Chapter\",\"length\":20,\"externalId\":true}");
        simulator.control("POST", "settings", "{\"optInField\":\"SMS_OK__c\"}");
        String id = simulator.add("{\"LastName\":\"A\",\"Chapter__c\":\"North\",\"SMS_OK__c\":true}");
        String describe = simulator.get("sobjects/Contact/describe").body();

        assertThat(describe).contains("\"SMS_OK__c\"").doesNotContain("Mobile_Subscriber__c");
        assertThat(describe)
                .contains("{\"name\":\"Chapter__c\",\"label\":\"Chapter\",\"type\":\"string\",\"length\":20,");
        assertThat(simulator
                        .query("SELECT SMS_OK__c FROM Contact WHERE Chapter__c = 'north'")
                        .body())
                .contains(id, "\"SMS_OK__c\":true");
        assertThat(simulator.query("SELECT Mobile_Subscriber__c FROM Contact").statusCode())
                .isEqualTo(400);
        assertThat(simulator.report().body()).contains("\"Mobile Subscriber\"").contains(id.substring(0, 15));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    settings | {"optInFeild":"X__c"}          | unknown setting: optInFeild
                    settings | {"dailyApiMax":"2"}            | setting of another type: dailyApiMax
                    settings | []                             | an object is expected
                    merge    | {"survivor":"003"}             | a list of texts is missing: losers
                    fields   | {"label":"X"}                  | a text is missing: name
                    fields   | {"name":"X__c","type":"blob"}  | unknown type of field: blob
                    fields   | {"name":"email"}               | There is a field of that name already
                    contacts | [{"Nickname":"x"}]             | No such column 'Nickname'
                    report   |                                | The report file is empty
                    """)
    @DisplayName("refuses what makes no sense, and says why")
    void refuses(String resource, String body, String reason) {
        HttpResponse<String> answer = simulator.control("POST", resource, body == null ? "" : body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    @Test
    @DisplayName("limits the calls of a day, and every REST answer tells how many there were")
    void dailyLimit() {
        simulator.control("DELETE", "calls", "");
        simulator.control("POST", "settings", "{\"dailyApiMax\":2}");
        HttpResponse<String> first = simulator.get("limits");
        HttpResponse<String> second = simulator.get("nonsense");
        HttpResponse<String> third = simulator.get("limits");

        assertThat(first.headers().firstValue("Sforce-Limit-Info")).hasValue("api-usage=1/2");
        assertThat(first.body()).contains("\"DailyApiRequests\":{\"Max\":2,\"Remaining\":1}");
        assertThat(second.headers().firstValue("Sforce-Limit-Info")).hasValue("api-usage=2/2");
        assertThat(third.statusCode()).isEqualTo(403);
        assertThat(third.body())
                .isEqualTo("[{\"message\":\"TotalRequests Limit exceeded.\","
                        + "\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");
    }

    @Test
    @DisplayName("goes back to the beginning with a reset")
    void reset() {
        simulator.add("{\"LastName\":\"A\"}");
        simulator.fault("{\"kind\":\"http-503\"}");
        simulator.control("POST", "settings", "{\"dailyApiMax\":2,\"optInField\":\"X__c\"}");
        simulator.control("POST", "reset", "{\"contacts\":3,\"seed\":7}");

        assertThat(simulator.get("limits").statusCode()).isEqualTo(401);
        simulator.signIn();
        assertThat(simulator
                        .query("SELECT COUNT() FROM Contact WHERE Mobile_Subscriber__c != null")
                        .body())
                .contains("\"totalSize\":3");
        assertThat(simulator.control("GET", "settings", "").body())
                .isEqualTo("{\"optInField\":\"Mobile_Subscriber__c\",\"loginFault\":\"\",\"passwordExpired\":false,"
                        + "\"apiOnlyUser\":false,\"leadSources\":[],\"dailyApiMax\":15000,\"duplicateRule\":false,"
                        + "\"duplicateKey\":\"duplicateResut\",\"expiredSidPage\":\"redirect\",\"oauthFault\":\"\","
                        + "\"appPublicKey\":\"\",\"appApproved\":true,\"clockOffsetMs\":0}");
    }

    private List<String> found(String filter) {
        return RunningSimulator.array(simulator.control("GET", "contacts?" + filter, ""))
                .getValuesAs(JsonObject.class)
                .stream()
                .map(contact -> contact.getString("LastName"))
                .toList();
    }
}
