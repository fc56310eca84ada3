package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.sync.control.ConnectionChecks;

/** Tests an integration's connection to Salesforce without changing anything on either side. Calls outside transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectionTest {
    @Inject
    private ConnectionChecks checks;

    /** What was found, in the order of looking; what depends on a failed check is not looked at. */
    @RolesAllowed(Roles.OPERATOR)
    public List<ConnectionChecks.Check> run(long integrationId) {
        return checks.run(integrationId);
    }
}
