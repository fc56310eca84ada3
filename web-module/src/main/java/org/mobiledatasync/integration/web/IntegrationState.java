package org.mobiledatasync.integration.web;

import org.mobiledatasync.integration.entity.Integration;

/** The state of an integration as the indicator at the upper right shows it. */
public enum IntegrationState {
    ACTIVE,
    INACTIVE,
    /** Active, and a person has to mend something. */
    NEEDS_ATTENTION;

    static IntegrationState of(Integration integration) {
        if (!integration.isActive()) {
            return INACTIVE;
        }
        return integration.getAttention() == null ? ACTIVE : NEEDS_ATTENTION;
    }
}
