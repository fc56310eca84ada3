package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.ContactWrite;
import org.mobiledatasync.salesforce.control.ParallelCalls;
import org.mobiledatasync.salesforce.control.ParallelCalls.Pending;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.sync.control.ConsentPush.Work;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

/** Sets the opt-in field of known contacts, up to 200 a call and several calls at a time (R5.2, R5.4). */
@ApplicationScoped
public class OptInUpdates {
    private PushRecorder recorder;
    private RunLedger runs;
    private SalesforceClient salesforce;
    private GoneContacts gone;
    private ParallelCalls calls;
    private Quota quota;

    protected OptInUpdates() {}

    @Inject
    public OptInUpdates(
            PushRecorder recorder,
            RunLedger runs,
            SalesforceClient salesforce,
            GoneContacts gone,
            ParallelCalls calls,
            Quota quota) {
        this.recorder = recorder;
        this.runs = runs;
        this.salesforce = salesforce;
        this.gone = gone;
        this.calls = calls;
        this.quota = quota;
    }

    /** A person whose contact is known. */
    record Target(PushItem item, String contactId) {}

    /** A call whose answer is awaited. */
    private record UnderWay(List<Target> targets, Reservation reservation, Pending<List<WriteResult>> answer) {}

    /**
     * Sets the opt-in field and nothing else: other fields go with the nightly sync (R5.4). Several calls are under way at
     * a time; requests are reserved before each, and answers recorded one after the other. Begins no call when the run is
     * to stop. Contacts that are gone are followed.
     *
     * @param targets all opted in or all opted out
     * @return false when the quota did not reach for all of them
     */
    boolean set(Work work, List<Target> targets) {
        Deque<UnderWay> underWay = new ArrayDeque<>();
        boolean reached = true;
        int begun = 0;
        try {
            while (reached && begun < targets.size() && runs.mayGoOn(work.runId())) {
                if (underWay.size() == calls.most()) {
                    reached = settle(work, underWay.remove());
                }
                int end = Math.min(targets.size(), begun + SalesforceClient.MOST_PER_CALL);
                int sent = begin(work, targets.subList(begun, end), underWay);
                reached &= sent == end - begun;
                begun += sent;
            }
            while (!underWay.isEmpty()) {
                reached &= settle(work, underWay.remove());
            }
            return reached;
        } catch (SalesforceFault fault) {
            settleOthers(work, underWay, fault);
            throw fault;
        }
    }

    /** @return for how many of them the quota reached */
    private int begin(Work work, List<Target> targets, Deque<UnderWay> underWay) {
        boolean optIn = targets.get(0).item().optIn();
        Reservation reservation = quota.reserve(work.plan().integrationId(), targets.size(), !optIn);
        List<Target> sent = targets.subList(0, (int) reservation.requests());
        if (!sent.isEmpty()) {
            List<ContactWrite> writes = sent.stream()
                    .map(target -> new ContactWrite(
                            target.contactId(), Map.of(), Map.of(work.plan().optInField(), optIn)))
                    .toList();
            underWay.add(new UnderWay(
                    sent,
                    reservation,
                    calls.begin(() -> salesforce.update(work.plan().account(), writes, work.counter()))));
        }
        return sent.size();
    }

    /** @return false when the quota did not reach to follow the contacts that are gone */
    private boolean settle(Work work, UnderWay call) {
        List<WriteResult> answers = quota.write(call.reservation(), call.answer()::await);
        List<PushResult> results = new ArrayList<>();
        List<GoneContact> missing = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Target target = call.targets().get(i);
            WriteResult answer = answers.get(i);
            if (target.item().isLinked() && !answer.isWritten() && answer.code().isGone()) {
                missing.add(GoneContact.bringing(target.item(), answer.said()));
            } else {
                results.add(result(target, answer));
            }
        }
        recorder.record(work, results, answers.size());
        boolean optOuts = !call.targets().get(0).item().optIn();
        return gone.settle(work.lease(), work.runId(), work.plan(), work.counter(), missing, optOuts);
    }

    /** What Salesforce took is recorded, also when another call failed. */
    private void settleOthers(Work work, Deque<UnderWay> underWay, SalesforceFault fault) {
        while (!underWay.isEmpty()) {
            try {
                settle(work, underWay.remove());
            } catch (SalesforceFault another) {
                fault.addSuppressed(another);
            }
        }
    }

    private static PushResult result(Target target, WriteResult answer) {
        PushItem item = target.item();
        if (answer.isWritten()) {
            List<FieldChange> changes = new ArrayList<>();
            if (!item.isLinked()) {
                changes.add(new FieldChange("constituent_id", Side.PROFILE, null, target.contactId()));
            }
            changes.add(new FieldChange(
                    "opt_in_status", Side.CONTACT, Boolean.toString(!item.optIn()), Boolean.toString(item.optIn())));
            return PushResult.sent(
                    item,
                    target.contactId(),
                    item.optIn() ? Outcome.OPT_IN_EXPORTED : Outcome.OPT_OUT_EXPORTED,
                    item.optIn() ? Reason.OPT_IN_SENT : Reason.OPT_OUT_SENT,
                    changes);
        }
        // A contact that went between the search and the write: the next search does not find it.
        return PushResult.later(
                item,
                Outcome.PROCESSING_ERROR,
                Reason.REFUSED_BY_SALESFORCE,
                Reason.REFUSED_BY_SALESFORCE.sentence(answer.said()),
                answer.code().isGone()
                        ? RetryDelay.afterNotFinding(item.attempts())
                        : RetryDelay.afterRefusal(answer.code(), item.attempts()));
    }
}
