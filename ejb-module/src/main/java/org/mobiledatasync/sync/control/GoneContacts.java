package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.mobiledatasync.platform.control.TransactionRetry;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.ContactFates.Told;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;

/**
 * Follows contacts that are gone in Salesforce: pairs move to what the contact was merged into, or end (ADR 7). Read
 * (short transaction), ask (no transaction), record (short transaction) (R7.2).
 */
@ApplicationScoped
public class GoneContacts {
    private static final Logger LOG = Logger.getLogger(GoneContacts.class.getName());

    private ContactFates fates;
    private GoneContactsLedger ledger;
    private Quota quota;

    protected GoneContacts() {}

    @Inject
    public GoneContacts(ContactFates fates, GoneContactsLedger ledger, Quota quota) {
        this.fates = fates;
        this.ledger = ledger;
        this.quota = quota;
    }

    /**
     * Finds out what became of contacts that a call did not find, and reports each. What was to be brought to them is
     * then due again, for the survivor or as for a person without a contact.
     *
     * @param forOptOuts whether opt-outs wait for it
     * @return false when the quota did not reach for all of them: the others are as they were (R6.4)
     */
    boolean settle(
            Lease lease, long runId, SyncPlan plan, CallCounter counter, List<GoneContact> gone, boolean forOptOuts) {
        boolean reached = true;
        for (int from = 0; from < gone.size(); from += ContactFates.MOST_PER_CALL) {
            List<GoneContact> page = gone.subList(from, Math.min(gone.size(), from + ContactFates.MOST_PER_CALL));
            Told told = fates.ask(
                    plan, page.stream().map(GoneContact::contactId).distinct().toList(), forOptOuts, counter);
            List<GoneContact> known = page.stream()
                    .filter(contact -> told.fates().containsKey(contact.contactId()))
                    .toList();
            record(lease, runId, plan, known, told, counter.take());
            quota.note(plan.integrationId(), counter);
            reached &= known.size() == page.size();
        }
        return reached;
    }

    /**
     * Before records of the export are decided: where a number belongs to a profile that is paired with a contact outside
     * these records, that contact may be gone, and then it is in nobody's way any more (R1.5). When the quota does not
     * reach, it counts as living.
     */
    void clearTheWay(Lease lease, long runId, SyncPlan plan, CallCounter counter, List<Entry> entries) {
        List<String> inTheWay = ledger.inTheWayOf(plan.integrationId(), entries);
        for (int from = 0; from < inTheWay.size(); from += ContactFates.MOST_PER_CALL) {
            List<String> page = inTheWay.subList(from, Math.min(inTheWay.size(), from + ContactFates.MOST_PER_CALL));
            Told told = fates.ask(plan, page, false, counter);
            List<GoneContact> gone = page.stream()
                    .filter(id ->
                            told.fates().containsKey(id) && told.fates().get(id).kind() != ContactFate.Kind.LIVING)
                    .map(GoneContact::missing)
                    .toList();
            record(lease, runId, plan, gone, told, counter.take());
            quota.note(plan.integrationId(), counter);
        }
    }

    /** A person may change a profile meanwhile: then it is decided again on what is true now. */
    private void record(Lease lease, long runId, SyncPlan plan, List<GoneContact> gone, Told told, long calls) {
        Map<String, ContactFate> known = told.fates();
        TransactionRetry.run(() -> ledger.settle(lease, runId, plan, gone, known, calls, told.requests()));
        gone.stream()
                .collect(Collectors.groupingBy(
                        contact -> known.get(contact.contactId()).kind(), Collectors.counting()))
                .forEach((kind, count) ->
                        LOG.log(Level.INFO, "event=contacts-not-found run={0} fate={1} contacts={2}", new Object[] {
                            String.valueOf(runId), kind, String.valueOf(count)
                        }));
    }
}
