package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of a query")
class QueryPagesTest {

    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = RunningSimulator.withContacts(4500);
        simulator.signIn();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("hold 2,000 records and lead from one to the next until done")
    void twoThousand() {
        JsonObject first = RunningSimulator.object(simulator.query("SELECT Id FROM Contact"));
        assertThat(first.getInt("totalSize")).isEqualTo(4500);
        assertThat(first.getBoolean("done")).isFalse();
        assertThat(first.getJsonArray("records")).hasSize(2000);
        assertThat(first.getString("nextRecordsUrl")).matches("/services/data/v64\\.0/query/01g\\w{15}-2000");

        Set<String> ids = new HashSet<>();
        JsonObject page = first;
        collect(page, ids);
        while (!page.getBoolean("done")) {
            page = next(page);
            collect(page, ids);
        }
        assertThat(ids).hasSize(4500);
        assertThat(page.containsKey("nextRecordsUrl")).isFalse();
    }

    @Test
    @DisplayName("are as they were when the query ran")
    void snapshot() {
        JsonObject first = RunningSimulator.object(simulator.query("SELECT Id, LastName FROM Contact"));
        simulator.control("DELETE", "contacts", "");

        assertThat(next(first).getJsonArray("records")).hasSize(2000);
    }

    @Test
    @DisplayName("hold as many records as asked for, 200 at least")
    void batchSize() {
        assertThat(recordsOfFirstPage("batchSize=300")).isEqualTo(300);
        assertThat(recordsOfFirstPage("batchSize=1")).isEqualTo(200);
    }

    @Test
    @DisplayName("are smaller than asked for by order")
    void smallPages() {
        simulator.fault("{\"kind\":\"small-pages\",\"size\":7}");

        assertThat(recordsOfFirstPage("batchSize=2000")).isEqualTo(7);
    }

    @Test
    @DisplayName("are not found under an unknown locator")
    void unknownLocator() {
        HttpResponse<String> answer = simulator.get("query/01gSm0000000001AAA-2000");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_QUERY_LOCATOR");
    }

    private int recordsOfFirstPage(String options) {
        HttpResponse<String> answer = simulator.send(simulator
                .bearer("services/data/v64.0/query?q=SELECT+Id+FROM+Contact")
                .header("Sforce-Query-Options", options));
        return RunningSimulator.object(answer).getJsonArray("records").size();
    }

    private JsonObject next(JsonObject page) {
        return RunningSimulator.object(
                simulator.send(simulator.bearer(page.getString("nextRecordsUrl").substring(1))));
    }

    private static void collect(JsonObject page, Set<String> ids) {
        page.getJsonArray("records")
                .getValuesAs(JsonObject.class)
                .forEach(record -> assertThat(ids.add(record.getString("Id"))).isTrue());
    }
}
