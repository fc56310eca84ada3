package org.mobiledatasync.profile.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mobiledatasync.integration.entity.IntegrationRepository;

/**
 * The country of numbers that people type without a country code where no integration is at hand: in a form, in a search,
 * in a file (R1.1).
 */
@ApplicationScoped
public class DefaultRegion {
    private static final String WITHOUT_INTEGRATION = "US";

    private IntegrationRepository integrations;

    protected DefaultRegion() {}

    @Inject
    public DefaultRegion(IntegrationRepository integrations) {
        this.integrations = integrations;
    }

    /** The default region of the first integration, otherwise the United States; an ISO 3166 code. */
    public String get() {
        return integrations.findFirstRegion().orElse(WITHOUT_INTEGRATION);
    }
}
