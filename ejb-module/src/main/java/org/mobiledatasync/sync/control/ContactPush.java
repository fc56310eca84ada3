package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.platform.control.TransactionRetry;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.ContactWrite;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.ContactPushLedger.Waiting;
import org.mobiledatasync.sync.entity.RunState;

/** The second half of the nightly sync: sends what Salesforce must take, up to 200 contacts a call, opt-outs first. */
@ApplicationScoped
public class ContactPush {
    private RunLedger runs;
    private ContactPushLedger ledger;
    private SalesforceClient salesforce;
    private OvertakenUpdates overtaken;
    private GoneContacts gone;
    private Quota quota;

    protected ContactPush() {}

    @Inject
    public ContactPush(
            RunLedger runs,
            ContactPushLedger ledger,
            SalesforceClient salesforce,
            OvertakenUpdates overtaken,
            GoneContacts gone,
            Quota quota) {
        this.runs = runs;
        this.ledger = ledger;
        this.salesforce = salesforce;
        this.overtaken = overtaken;
        this.gone = gone;
        this.quota = quota;
    }

    /** @return COMPLETED, STOPPED, or QUOTA_REACHED when some are left */
    RunState send(Lease lease, long runId, SyncPlan plan, CallCounter counter) {
        while (runs.mayGoOn(runId)) {
            List<Waiting> batch = ledger.next(runId, SalesforceClient.MOST_PER_CALL);
            if (batch.isEmpty()) {
                return RunState.COMPLETED;
            }
            boolean optOuts = Boolean.FALSE.equals(batch.get(0).optIn());
            // One kind of reservation per call: a call that begins with opt-outs takes only those.
            List<Waiting> alike = batch.stream()
                    .takeWhile(waiting -> optOuts == Boolean.FALSE.equals(waiting.optIn()))
                    .toList();
            if (overtaken.arePossibleIn(runs.get(runId))) {
                Optional<List<Waiting>> checked = overtaken.withoutOvertaken(lease, runId, plan, alike, counter);
                if (checked.isEmpty()) {
                    return RunState.QUOTA_REACHED;
                }
                alike = checked.get();
            }
            alike = withoutEmpty(lease, runId, alike);
            if (alike.isEmpty()) {
                continue;
            }
            Reservation reservation = quota.reserve(plan.integrationId(), alike.size(), optOuts);
            if (reservation.isEmpty()) {
                return RunState.QUOTA_REACHED;
            }
            List<Waiting> sent = alike.subList(0, (int) reservation.requests());
            List<WriteResult> results = update(plan, sent, reservation, counter);
            long calls = counter.take();
            List<GoneContact> missing = TransactionRetry.call(() -> ledger.record(lease, runId, sent, results, calls));
            quota.note(plan.integrationId(), counter);
            if (!gone.settle(lease, runId, plan, counter, missing, optOuts)) {
                return RunState.QUOTA_REACHED;
            }
        }
        return RunState.STOPPED;
    }

    /** Those that still have something to send; the others are left for a later run. */
    private List<Waiting> withoutEmpty(Lease lease, long runId, List<Waiting> some) {
        TransactionRetry.run(() -> ledger.leave(lease, runId, some));
        return some.stream().filter(waiting -> !waiting.isEmpty()).toList();
    }

    /** Gives every record that was held back for a call which never came its outcome; what waits is counted (R6.4). */
    void closeLeftOver(Lease lease, long runId) {
        while (TransactionRetry.call(() -> ledger.closeLeftOver(lease, runId))) {
            // chunk by chunk
        }
    }

    private List<WriteResult> update(SyncPlan plan, List<Waiting> sent, Reservation reservation, CallCounter counter) {
        List<ContactWrite> writes = sent.stream()
                .map(waiting -> new ContactWrite(
                        waiting.contactId(),
                        plan.toApiNames(waiting.fields()),
                        waiting.optIn() == null ? Map.of() : Map.of(plan.optInField(), waiting.optIn())))
                .toList();
        return quota.write(reservation, () -> salesforce.update(plan.account(), writes, counter));
    }
}
