package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.sync.control.ConnectionChecks;
import org.mobiledatasync.sync.control.ConnectionTestLedger;

/**
 * Tests an integration's connection to Salesforce without changing anything on either side, and remembers how the last test
 * ended. Calls outside transactions.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectionTest {
    @Inject
    private ConnectionChecks checks;

    @Inject
    private ConnectionTestLedger ledger;

    /**
     * One thing that was looked at.
     *
     * @param message what was found, or what to repair, in plain words
     */
    public record Check(String name, boolean ok, String message) {}

    /** What was found, in the order of looking; what depends on a failed check is not looked at. */
    @RolesAllowed(Roles.OPERATOR)
    public List<Check> run(long integrationId) {
        int version = ledger.version(integrationId);
        List<Check> found = checks.run(integrationId).stream()
                .map(check -> new Check(check.name(), check.ok(), check.message()))
                .toList();
        ledger.ended(integrationId, version, found.stream().allMatch(Check::ok));
        return found;
    }

    /** When the last test passed; empty when it failed, or somebody changed the configuration since. */
    @RolesAllowed(Roles.VIEWER)
    public Optional<OffsetDateTime> findPassed(long integrationId) {
        return ledger.findPassed(integrationId);
    }
}
