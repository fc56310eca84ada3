package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QueryAllTest {
    private final SimulatedOrganisation organisation = new SimulatedOrganisation();

    @AfterEach
    void stop() {
        organisation.close();
    }

    private List<JsonObject> queryAll() {
        return organisation.client.queryAll(
                organisation.account(), "SELECT Id, IsDeleted, MasterRecordId FROM Contact", organisation.counter);
    }

    @Test
    @DisplayName("sees what lies in the bin, and what it was merged into; page by page")
    void theBin() {
        String survivor = organisation.add("{\"LastName\":\"Lee\"}");
        String merged = organisation.add("{\"LastName\":\"Leigh\"}");
        organisation.merge(merged, survivor);
        organisation.fault("{\"kind\":\"small-pages\",\"size\":1}");

        assertThat(queryAll())
                .extracting(row -> row.getString("Id") + row.getBoolean("IsDeleted"))
                .containsExactlyInAnyOrder(survivor + false, merged + true);
        assertThat(queryAll().stream().filter(row -> row.getBoolean("IsDeleted")))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("MasterRecordId")).isEqualTo(survivor));
        assertThat(organisation.calls("query")).isEqualTo(4);
    }
}
