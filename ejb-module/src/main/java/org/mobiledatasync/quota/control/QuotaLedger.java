package org.mobiledatasync.quota.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.quota.entity.QuotaDay;
import org.mobiledatasync.quota.entity.QuotaDayRepository;
import org.mobiledatasync.salesforce.control.CallCounter;

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

    /**
     * Takes up to the wanted number of requests from today's quota.
     *
     * @return empty when today's row is not there yet (see {@link #open})
     */
    public Optional<Reservation> reserve(long integrationId, long wanted, boolean forOptOuts) {
        Integration integration = integrations.get(integrationId);
        return days.findForUpdate(integrationId, today(integration)).map(day -> {
            QuotaAllowance allowance =
                    new QuotaAllowance(integration.getDailyApiQuota(), Settings.OPT_OUT_RESERVE_PERCENT.number());
            long granted = allowance.grant(wanted, forOptOuts, day.getUsed(), day.getUsedByOptOuts());
            day.use(granted, forOptOuts);
            return new Reservation(integrationId, day.getDay(), granted, forOptOuts);
        });
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
     * @param usage null when Salesforce said nothing
     * @return false when today's row is not there yet (see {@link #open}), and nothing is noted
     */
    public boolean note(long integrationId, long otherCalls, CallCounter.Usage usage) {
        Integration integration = integrations.get(integrationId);
        Optional<QuotaDay> today = days.findForUpdate(integrationId, today(integration));
        today.ifPresent(day -> {
            day.countOtherCalls(otherCalls);
            if (usage != null) {
                day.salesforceSaid(usage.used(), usage.max());
            }
        });
        return today.isPresent();
    }

    private LocalDate today(Integration integration) {
        return LocalDate.now(clock.withZone(integration.zone()));
    }
}
