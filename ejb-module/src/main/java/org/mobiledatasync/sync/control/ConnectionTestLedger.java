package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.sync.entity.ConnectionTestRepository;
import org.mobiledatasync.sync.entity.ConnectionTestResult;

/** Remembers how the last test of a connection ended. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ConnectionTestLedger {
    @Inject
    private ConnectionTestRepository tests;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private Clock clock;

    /** The version of the configuration that a test is about to look at. */
    public int version(long integrationId) {
        return integrations.get(integrationId).getVersion();
    }

    public void ended(long integrationId, int version, boolean passed) {
        ConnectionTestResult result = tests.find(integrationId).orElseGet(() -> {
            ConnectionTestResult first = new ConnectionTestResult(integrationId);
            tests.add(first);
            return first;
        });
        result.ended(passed, version, OffsetDateTime.now(clock));
    }

    /** When the last one passed; empty when it failed, or somebody changed the configuration since. */
    public Optional<OffsetDateTime> findPassed(long integrationId) {
        return tests.find(integrationId)
                .filter(result -> result.isPassedBy(integrations.get(integrationId)))
                .map(ConnectionTestResult::getTestedAt);
    }
}
