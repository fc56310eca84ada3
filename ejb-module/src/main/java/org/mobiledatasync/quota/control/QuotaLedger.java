package org.mobiledatasync.quota.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.quota.entity.QuotaDay;
import org.mobiledatasync.quota.entity.QuotaDayRepository;

/** Reserves and settles requests, each in a short transaction of its own, so that all servers see it at once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class QuotaLedger {
    @Inject
    private QuotaDayRepository days;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private Clock clock;

    /** Makes today's row; a second server doing the same fails on the database's constraint, and finds it there. */
    public void open(long integrationId) {
        Integration integration = integrations.get(integrationId);
        LocalDate today = today(integration);
        if (days.find(integrationId, today).isEmpty()) {
            days.add(new QuotaDay(integrationId, today));
        }
    }

    /** Takes up to the wanted number of requests from today's quota; today's row is there (see {@link #open}). */
    public Reservation reserve(long integrationId, long wanted, boolean forOptOuts) {
        Integration integration = integrations.get(integrationId);
        QuotaDay day = days.findForUpdate(integrationId, today(integration)).orElseThrow();
        QuotaAllowance allowance =
                new QuotaAllowance(integration.getDailyApiQuota(), Settings.OPT_OUT_RESERVE_PERCENT.number());
        long granted = allowance.grant(wanted, forOptOuts, day.getUsed(), day.getUsedByOptOuts());
        day.use(granted, forOptOuts);
        return new Reservation(integrationId, day.getDay(), granted, forOptOuts);
    }

    /** Gives requests of a reservation back that no record was moved with. */
    public void giveBack(Reservation reservation, long unused) {
        if (unused > 0) {
            days.findForUpdate(reservation.integrationId(), reservation.day())
                    .ifPresent(day -> day.use(-unused, reservation.forOptOuts()));
        }
    }

    /**
     * Notes calls that moved no record, and Salesforce's own count beside ours.
     *
     * @param salesforceUsed null when Salesforce said nothing
     */
    public void note(long integrationId, long otherCalls, Long salesforceUsed, Long salesforceMax) {
        Integration integration = integrations.get(integrationId);
        days.findForUpdate(integrationId, today(integration)).ifPresent(day -> {
            day.countOtherCalls(otherCalls);
            if (salesforceUsed != null) {
                day.salesforceSaid(salesforceUsed, salesforceMax);
            }
        });
    }

    private LocalDate today(Integration integration) {
        return LocalDate.now(clock.withZone(integration.zone()));
    }
}
