package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;

class ConnectionTestRepositoryTest extends DatabaseTest {

    @Test
    void aTestSpeaksOfTheConfigurationThatItLookedAt() {
        ConnectionTestRepository tests = new ConnectionTestRepository(em);
        Integration integration = inTransaction(() -> new Samples(em).integration("Salesforce"));
        ConnectionTestResult stored = new ConnectionTestResult(integration.getId());
        stored.ended(true, integration.getVersion(), NOW);
        inTransaction(() -> tests.add(stored));

        ConnectionTestResult read = tests.find(integration.getId()).orElseThrow();
        RoundTrip.assertSame(stored, read);
        RoundTrip.assertEveryColumnIsFilled(database, "connection_test");
        assertThat(read.isPassedBy(integration)).isTrue();
        stored.ended(true, integration.getVersion() + 1, NOW);
        assertThat(stored.isPassedBy(integration)).as("changed since").isFalse();
        stored.ended(false, integration.getVersion(), NOW);
        assertThat(stored.isPassedBy(integration)).as("failed").isFalse();
        assertThat(tests.find(integration.getId() + 1)).isEmpty();
    }
}
