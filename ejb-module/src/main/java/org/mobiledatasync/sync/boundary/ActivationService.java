package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;

/**
 * Activates what a sync would find in order: an integration whose connection was not tested a short while ago is tested
 * first. Calls outside transactions; the test counts like any other (R6.1).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Roles.ADMINISTRATOR)
public class ActivationService {
    @Inject
    private IntegrationService integrations;

    @Inject
    private ConnectionTest connection;

    /**
     * Tests if need be, then activates (S14). Does nothing when the integration is active already.
     *
     * @throws InvalidInputException while what the syncs can't do without is missing
     * @throws ConflictException with what to repair while the test fails
     */
    public Integration activate(long integrationId) {
        List<Problem> missing = integrations.findMissing(integrationId);
        if (!missing.isEmpty()) {
            throw new InvalidInputException(missing);
        }
        if (!integrations.get(integrationId).isActive() && !integrations.isTested(integrationId)) {
            test(integrationId);
        }
        return integrations.activate(integrationId);
    }

    private void test(long integrationId) {
        ConnectionTest.Result result = connection.run(integrationId);
        if (!result.ok()) {
            throw new ConflictException(result.checks().stream()
                    .filter(check -> !check.ok())
                    .map(ConnectionTest.Check::message)
                    .collect(Collectors.joining(
                            " ", "The test of the connection failed, so the integration stays inactive. ", "")));
        }
    }
}
