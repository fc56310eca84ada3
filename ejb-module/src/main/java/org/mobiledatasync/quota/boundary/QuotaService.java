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
import org.mobiledatasync.quota.control.Forecast;
import org.mobiledatasync.quota.control.QuotaAllowance;
import org.mobiledatasync.quota.entity.QuotaDay;
import org.mobiledatasync.quota.entity.QuotaDayRepository;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** The quota of an integration's calendar day. */
@Stateless
@RolesAllowed(Roles.VIEWER)
public class QuotaService {
    @Inject
    private QuotaDayRepository days;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private OutboundChangeRepository changes;

    @Inject
    private ContactUpdateRepository contactUpdates;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private Clock clock;

    /**
     * @param limit null for no limit
     * @param used records read or written today
     * @param otherCalls calls today that moved no record
     * @param salesforceUsed calls by Salesforce's own count; null when it said nothing today
     * @param pendingContactUpdates changed profiles that the last nightly sync left over
     * @param requestsNeeded how many requests all that waits needs at most
     * @param doneOn when all that waits will be through at this quota; null for never
     */
    public record Usage(
            LocalDate day,
            Integer limit,
            long used,
            long reservedForOptOuts,
            long otherCalls,
            Long salesforceUsed,
            Long salesforceMax,
            long pendingOptOuts,
            long pendingOptIns,
            long pendingContactUpdates,
            long requestsNeeded,
            LocalDate doneOn) {}

    public Usage today(long integrationId) {
        Integration integration = integrations.get(integrationId);
        LocalDate today = LocalDate.now(clock.withZone(integration.zone()));
        QuotaDay day = days.find(integrationId, today).orElseGet(() -> new QuotaDay(integrationId, today));
        QuotaAllowance allowance =
                new QuotaAllowance(integration.getDailyApiQuota(), Settings.OPT_OUT_RESERVE_PERCENT.number());
        Forecast.Waiting waiting = waiting(integrationId);
        Forecast forecast = Forecast.of(waiting, allowance, day.getUsed(), day.getUsedByOptOuts(), today);
        return new Usage(
                today,
                integration.getDailyApiQuota(),
                day.getUsed(),
                allowance.reserve(),
                day.getOtherCalls(),
                day.getSalesforceUsed(),
                day.getSalesforceMax(),
                waiting.optOuts() + waiting.unlinkedOptOuts(),
                waiting.optIns() + waiting.unlinkedOptIns(),
                waiting.contactUpdates(),
                forecast.requests(),
                forecast.doneOn().orElse(null));
    }

    private Forecast.Waiting waiting(long integrationId) {
        long optOuts = changes.countPending(integrationId, false);
        long optIns = changes.countPending(integrationId, true);
        long linkedOptOuts = changes.countPendingLinked(integrationId, false);
        long linkedOptIns = changes.countPendingLinked(integrationId, true);
        long updates = runs.findRunning(integrationId, RunKind.NIGHTLY)
                .map(run -> contactUpdates.count(run.getId()))
                .or(() -> runs.findLastFinished(integrationId, RunKind.NIGHTLY).map(SyncRun::getPending))
                .orElse(0L);
        return new Forecast.Waiting(
                linkedOptOuts, optOuts - linkedOptOuts, linkedOptIns, optIns - linkedOptIns, updates);
    }
}
