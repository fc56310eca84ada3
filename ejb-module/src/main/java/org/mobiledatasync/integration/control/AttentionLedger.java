package org.mobiledatasync.integration.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mobiledatasync.integration.entity.IntegrationRepository;

/** Whether a person has to mend an integration before it may try again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AttentionLedger {
    @Inject
    private IntegrationRepository integrations;

    public boolean isNeeded(long integrationId) {
        return integrations.get(integrationId).getAttention() != null;
    }
}
