package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A query")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {

    private RunningSimulator simulator;

    @BeforeAll
    void start() {
        simulator = RunningSimulator.signedIn();
        simulator.add("{\"LastName\":\"Ada\",\"Email\":\"ada@example.org\",\"MobilePhone\":\"(216) 555-0133\","
                + "\"Mobile_Subscriber__c\":true,\"SystemModstamp\":\"2026-11-01T10:00:00Z\"}");
        simulator.add("{\"LastName\":\"ben\",\"FirstName\":\"100% B_n\",\"MobilePhone\":\"2165550134\","
                + "\"SystemModstamp\":\"2026-11-02T10:00:00Z\"}");
        simulator.add("{\"LastName\":\"O'Carl\",\"FirstName\":\"C\\\\D\",\"Email\":\"carl@example.org\","
                + "\"SystemModstamp\":\"2026-11-03T10:00:00Z\"}");
        String gone = simulator.add("{\"LastName\":\"Gone\"}");
        simulator.control("DELETE", "contacts/" + gone, "");
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("selects by its conditions")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    LastName = 'ADA'                                                    | Ada
                    LastName != 'ada'                                                   | ben O'Carl
                    LastName = 'O\\'Carl'                                               | O'Carl
                    FirstName = 'c\\\\d'                                                | O'Carl
                    FirstName = null                                                    | Ada
                    FirstName != NULL                                                   | ben O'Carl
                    Email != 'ada@example.org'                                          | ben O'Carl
                    lastname in ('ada', 'Ben')                                          | Ada ben
                    LastName NOT IN ('ada', 'x')                                        | ben O'Carl
                    Email NOT IN ('ada@example.org')                                    | ben O'Carl
                    MobilePhone LIKE '%555%'                                            | Ada ben
                    MobilePhone LIKE '216555013_'                                       | ben
                    FirstName LIKE '100\\%%'                                            | ben
                    FirstName LIKE '%B\\_N'                                             | ben
                    FirstName LIKE '1\\_0%'                                             |
                    Mobile_Subscriber__c = TRUE                                         | Ada
                    mobile_subscriber__c = false                                        | ben O'Carl
                    SystemModstamp > 2026-11-02T10:00:00Z                               | O'Carl
                    SystemModstamp >= 2026-11-02T11:00:00.000+01:00                     | ben O'Carl
                    SystemModstamp < 2026-11-02T10:00:00Z                               | Ada
                    SystemModstamp <= 2026-11-02T10:00:00Z AND Email = null             | ben
                    LastName > 'ada' AND LastName < 'c'                                 | ben
                    LastName = 'ada' OR LastName = 'ben'                                | Ada ben
                    (LastName = 'ada' OR LastName = 'ben') AND Email != null            | Ada
                    NOT LastName = 'ada'                                                | ben O'Carl
                    NOT (LastName = 'ada' OR LastName = 'ben')                          | O'Carl
                    Contact.LastName = 'ada'                                            | Ada
                    """)
    void conditions(String where, String expected) {
        List<String> names =
                names(simulator.query("SELECT LastName FROM Contact WHERE " + where + " ORDER BY LastName"));

        assertThat(String.join(" ", names)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("orders, limits and skips")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ORDER BY LastName DESC                        | O'Carl ben Ada
                    ORDER BY Email, LastName                      | ben Ada O'Carl
                    ORDER BY Email NULLS LAST                     | Ada O'Carl ben
                    ORDER BY Email DESC NULLS LAST LIMIT 2        | O'Carl Ada
                    ORDER BY LastName ASC LIMIT 1 OFFSET 1        | ben
                    LIMIT 1                                       | Ada
                    """)
    void order(String clauses, String expected) {
        assertThat(String.join(" ", names(simulator.query("SELECT LastName FROM Contact " + clauses))))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("finds a contact by an id of 15 and of 18 characters")
    void ids() {
        String id = simulator.add("{\"LastName\":\"Id\"}");
        for (String form : List.of(id, id.substring(0, 15))) {
            assertThat(names(simulator.query("SELECT LastName FROM Contact WHERE Id IN ('" + form + "')")))
                    .containsExactly("Id");
        }
        simulator.control("DELETE", "contacts/" + id, "");
    }

    @Test
    @DisplayName("sees deleted contacts only as queryAll")
    void queryAll() {
        String path = "queryAll?q=SELECT+LastName,IsDeleted,MasterRecordId+FROM+Contact+WHERE+LastName='Gone'";

        assertThat(simulator.get(path).body()).contains("\"IsDeleted\":true,\"MasterRecordId\":null");
        assertThat(names(simulator.get(path.replace("queryAll", "query")))).isEmpty();
    }

    @Test
    @DisplayName("counts")
    void counts() {
        JsonObject total = RunningSimulator.object(simulator.query("SELECT COUNT() FROM Contact WHERE Email != null"));
        JsonObject aggregate = RunningSimulator.object(simulator.query("select count(Id) from Contact"));

        assertThat(total.getInt("totalSize")).isEqualTo(2);
        assertThat(total.getJsonArray("records")).isEmpty();
        assertThat(aggregate.getJsonArray("records").getJsonObject(0).getInt("expr0"))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("answers records as Salesforce does, names as the object has them")
    void form() {
        HttpResponse<String> answer = simulator.query(
                "SELECT id, lastname, mobile_subscriber__c, SystemModstamp FROM contact WHERE LastName = 'Ada'");
        JsonObject record =
                RunningSimulator.object(answer).getJsonArray("records").getJsonObject(0);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(record.getJsonObject("attributes").getString("url"))
                .isEqualTo("/services/data/v64.0/sobjects/Contact/" + record.getString("Id"));
        assertThat(record.keySet())
                .containsExactly("attributes", "Id", "LastName", "Mobile_Subscriber__c", "SystemModstamp");
        assertThat(record.getString("SystemModstamp")).isEqualTo("2026-11-01T10:00:00.000+0000");
        assertThat(record.getBoolean("Mobile_Subscriber__c")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is refused with the reason when it cannot be understood")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SELECT Mobile_Subscriber_c FROM Contact         | INVALID_FIELD                 | No such column 'Mobile_Subscriber_c' on entity 'Contact'
                    SELECT Id FROM Contact WHERE Foo = 1            | INVALID_FIELD                 | No such column 'Foo'
                    SELECT Id FROM Lead                             | INVALID_TYPE                  | sObject type 'Lead' is not supported
                    SELECT Id FROM Contact WHERE                    | MALFORMED_QUERY               | unexpected token: <EOF>
                    SELECT FROM Contact                             | MALFORMED_QUERY               | unexpected token: 'Contact'
                    SELECT Id FROM Contact LIMIT x                  | MALFORMED_QUERY               | unexpected token: 'x'
                    SELECT Id FROM Contact WHERE LastName = 'a      | MALFORMED_QUERY               | unexpected token
                    SELECT Id FROM Contact WHERE LastName = '\\q'   | MALFORMED_QUERY               | Illegal escape sequence
                    SELECT Id FROM Contact WHERE Email=null AND Email=null OR Email=null | MALFORMED_QUERY | unexpected token: 'OR'
                    SELECT Id FROM Contact WHERE LastName = 5       | INVALID_FIELD                 | must be of type string and should be enclosed in quotes
                    SELECT Id FROM Contact WHERE Mobile_Subscriber__c = 'true' | INVALID_FIELD      | must be of type boolean and should not be enclosed
                    SELECT Id FROM Contact WHERE SystemModstamp > '2026-01-01T00:00:00Z' | INVALID_FIELD | must be of type dateTime
                    SELECT Id FROM Contact WHERE Id = 'x'           | INVALID_QUERY_FILTER_OPERATOR | invalid ID field: x
                    SELECT Id FROM Contact WHERE Id LIKE '003%'     | INVALID_QUERY_FILTER_OPERATOR | invalid operator on id field
                    SELECT Id FROM Contact GROUP BY Id              | MALFORMED_QUERY               | unexpected token: 'GROUP'
                    """)
    void refused(String soql, String code, String message) {
        HttpResponse<String> answer = simulator.query(soql);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonObject error = RunningSimulator.array(answer).getJsonObject(0);
        assertThat(error.getString("errorCode")).isEqualTo(code);
        assertThat(error.getString("message")).contains(message);
    }

    @Test
    @DisplayName("over GET is refused when its address is longer than 16,384 bytes")
    void tooLong() {
        String soql = "SELECT Id FROM Contact WHERE LastName IN ('" + "x".repeat(16_384) + "')";

        assertThat(simulator.query(soql).statusCode()).isEqualTo(414);
    }

    private static List<String> names(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningSimulator.object(answer).getJsonArray("records").getValuesAs(JsonObject.class).stream()
                .map(record -> record.getString("LastName"))
                .toList();
    }
}
