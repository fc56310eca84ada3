package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.sync.control.ConnectionChecks;
import org.mobiledatasync.sync.control.ConnectionTestLedger;
import org.mobiledatasync.sync.control.ContactRecord;

/**
 * Tests an integration's connection to Salesforce without changing anything on either side, and remembers how the last test
 * ended. Calls outside transactions.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectionTest {
    private static final Logger LOG = Logger.getLogger(ConnectionTest.class.getName());

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

    /**
     * A record of the export as a sync would read it.
     *
     * @param constituentId as it stands in the export when it is not a Contact id
     * @param phone in E.164; null when the text under the heading is no mobile number
     * @param typedPhone the text under the heading
     * @param optIn TRUE, FALSE or UNREADABLE
     */
    public record Sample(
            String constituentId,
            String typedPhone,
            String phone,
            String firstName,
            String lastName,
            String email,
            String optIn) {}

    /** What was found, in the order of looking; what depends on a failed check is not looked at. */
    public record Result(boolean ok, List<Check> checks, List<Sample> sample) {}

    @RolesAllowed(Roles.OPERATOR)
    public Result run(long integrationId) {
        int version = ledger.version(integrationId);
        ConnectionChecks.Found found = checks.run(integrationId);
        List<Check> looked = found.checks().stream()
                .map(check -> new Check(check.name(), check.ok(), check.message()))
                .toList();
        boolean passed = looked.stream().allMatch(Check::ok);
        ledger.ended(integrationId, version, passed);
        return new Result(
                passed,
                looked,
                found.sample().stream().map(ConnectionTest::sample).toList());
    }

    /** The API field names of contacts, for who enters one; empty when Salesforce can't be asked at the moment. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<ApiFieldNames> findApiFieldNames(long integrationId) {
        try {
            return Optional.of(new ApiFieldNames(checks.describe(integrationId).names()));
        } catch (SalesforceFault fault) {
            LOG.log(Level.INFO, "event=describe-failed integration={0} code={1}", new Object[] {
                integrationId, fault.code()
            });
            return Optional.empty();
        }
    }

    private static Sample sample(ContactRecord found) {
        return new Sample(
                found.contactId() == null ? found.typedId() : found.contactId(),
                found.typedPhone(),
                found.phone(),
                found.values().get(ProfileField.FIRST_NAME.key()),
                found.values().get(ProfileField.LAST_NAME.key()),
                found.values().get(ProfileField.EMAIL.key()),
                found.optIn().name());
    }

    /** When the last test passed; empty when it failed, or somebody changed the configuration since. */
    @RolesAllowed(Roles.VIEWER)
    public Optional<OffsetDateTime> findPassed(long integrationId) {
        return ledger.findPassed(integrationId);
    }
}
