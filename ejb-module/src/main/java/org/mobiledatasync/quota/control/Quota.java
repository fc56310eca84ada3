package org.mobiledatasync.quota.control;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/** The quota as the syncs use it: reserve, call, settle. Opens no transaction of its own. */
@ApplicationScoped
public class Quota {
    private QuotaLedger ledger;

    protected Quota() {}

    @Inject
    public Quota(QuotaLedger ledger) {
        this.ledger = ledger;
    }

    /** Takes up to the wanted number of requests from today's quota; none at the limit (R6.4). */
    public Reservation reserve(long integrationId, long wanted, boolean forOptOuts) {
        return ledger.reserve(integrationId, wanted, forOptOuts).orElseGet(() -> {
            open(integrationId);
            return ledger.reserve(integrationId, wanted, forOptOuts).orElseThrow();
        });
    }

    /** Makes the call that requests were reserved for; gives all of them back when it surely wrote nothing (R6.3). */
    public <T> T write(Reservation reservation, Supplier<T> call) {
        return spend(reservation, call, SalesforceFault::hasWrittenNothing);
    }

    /** Makes the call that requests were reserved for; gives all of them back when it failed: then nothing was read. */
    public <T> T read(Reservation reservation, Supplier<T> call) {
        return spend(reservation, call, fault -> true);
    }

    private <T> T spend(Reservation reservation, Supplier<T> call, Predicate<SalesforceFault> movedNothing) {
        try {
            return call.get();
        } catch (SalesforceFault fault) {
            if (movedNothing.test(fault)) {
                giveBack(reservation, reservation.requests());
            }
            throw fault;
        }
    }

    /** Gives back what a call did not need. */
    public void giveBack(Reservation reservation, long unused) {
        ledger.giveBack(reservation, unused);
    }

    /** Notes the calls that moved no record, and what Salesforce said of its own limit. */
    public void note(long integrationId, CallCounter counter) {
        CallCounter.Usage usage = counter.usage();
        long others = counter.takeOthers();
        if (!ledger.note(integrationId, others, usage)) {
            open(integrationId);
            ledger.note(integrationId, others, usage);
        }
    }

    /** Once a day: the day's row is looked for where it is needed, not before. */
    private void open(long integrationId) {
        try {
            ledger.open(integrationId);
        } catch (EJBException anotherServerWasFaster) {
            // Then the row is there; were it not, the next step would say so.
            ledger.open(integrationId);
        }
    }
}
