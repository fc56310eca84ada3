package org.mobiledatasync.quota.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.quota.control.QuotaAllowance;
import org.mobiledatasync.quota.entity.QuotaDay;
import org.mobiledatasync.quota.entity.QuotaDayRepository;

/** The quota of an integration's calendar day. */
@Stateless
@RolesAllowed(Roles.VIEWER)
public class QuotaService {
    @Inject
    private QuotaDayRepository days;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private Clock clock;

    /**
     * @param limit null for no limit
     * @param used records read or written today
     * @param otherCalls calls today that moved no record
     * @param salesforceUsed calls by Salesforce's own count; null when it said nothing today
     */
    public record Usage(
            LocalDate day,
            Integer limit,
            long used,
            long reservedForOptOuts,
            long otherCalls,
            Long salesforceUsed,
            Long salesforceMax) {}

    public Usage today(long integrationId) {
        Integration integration = integrations.get(integrationId);
        LocalDate today = LocalDate.now(clock.withZone(integration.zone()));
        QuotaDay day = days.find(integrationId, today).orElseGet(() -> new QuotaDay(integrationId, today));
        long reserve =
                new QuotaAllowance(integration.getDailyApiQuota(), Settings.OPT_OUT_RESERVE_PERCENT.number()).reserve();
        return new Usage(
                today,
                integration.getDailyApiQuota(),
                day.getUsed(),
                reserve,
                day.getOtherCalls(),
                day.getSalesforceUsed(),
                day.getSalesforceMax());
    }
}
