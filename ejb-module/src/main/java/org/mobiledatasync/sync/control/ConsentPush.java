package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.salesforce.control.ContactWrite;
import org.mobiledatasync.salesforce.control.SalesforceClient;
import org.mobiledatasync.salesforce.control.SalesforceFault;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.ContactLookup.Found;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

/**
 * Brings a batch of people, all opted in or all opted out, to Salesforce: finds the contacts of those not linked yet,
 * sets the opt-in field of those that have one, makes contacts for new opt-ins with an e-mail address (R1.4, R5.3, R5.4).
 */
@ApplicationScoped
public class ConsentPush {
    private PushLedger ledger;
    private ContactLookup lookup;
    private ContactCreate create;
    private SalesforceClient salesforce;
    private GoneContacts gone;
    private Quota quota;

    protected ConsentPush() {}

    @Inject
    public ConsentPush(
            PushLedger ledger,
            ContactLookup lookup,
            ContactCreate create,
            SalesforceClient salesforce,
            GoneContacts gone,
            Quota quota) {
        this.ledger = ledger;
        this.lookup = lookup;
        this.create = create;
        this.salesforce = salesforce;
        this.gone = gone;
        this.quota = quota;
    }

    /** What all steps of one run share. */
    record Work(Lease lease, long runId, SyncPlan plan, CallCounter counter) {}

    /** A person whose contact is known. */
    private record Target(PushItem item, String contactId) {}

    /** @return false when the quota did not reach for all of them: the others wait (R6.4) */
    boolean bring(Work work, List<PushItem> items) {
        List<PushItem> lacking =
                items.stream().filter(item -> lacks(work, item)).toList();
        record(work, lacking.stream().map(item -> refused(work, item)).toList(), 0);
        List<Target> targets = new ArrayList<>();
        List<PushItem> unlinked = new ArrayList<>();
        for (PushItem item : items) {
            if (!lacking.contains(item)) {
                if (item.isLinked()) {
                    targets.add(new Target(item, item.contactId()));
                } else {
                    unlinked.add(item);
                }
            }
        }
        boolean reached = setOptIn(work, targets);
        return bringUnlinked(work, unlinked) && reached;
    }

    /** A required mapping that is empty keeps an opt-in here (R3.8); an opt-out is never kept here (R4). */
    private static boolean lacks(Work work, PushItem item) {
        return item.optIn() && work.plan().missing(item.values()) != null;
    }

    private static PushResult refused(Work work, PushItem item) {
        return new PushResult(
                item,
                Outcome.NO_EXPORT,
                Reason.REQUIRED_FIELD_EMPTY,
                Reason.REQUIRED_FIELD_EMPTY.sentence(work.plan().missing(item.values())),
                null,
                false,
                null,
                null,
                List.of());
    }

    private boolean bringUnlinked(Work work, List<PushItem> unlinked) {
        for (int from = 0; from < unlinked.size(); from += ContactLookup.MOST_PEOPLE) {
            List<PushItem> people = unlinked.subList(from, Math.min(unlinked.size(), from + ContactLookup.MOST_PEOPLE));
            Reservation reservation =
                    quota.reserve(work.plan().integrationId(), ContactLookup.requests(people.size()), !optIn(people));
            if (reservation.isEmpty()) {
                return false;
            }
            Found found = lookup.find(work, people, reservation);
            record(work, found.settled(), found.requests());
            List<Target> targets = new ArrayList<>();
            found.contacts().forEach((item, contactId) -> targets.add(new Target(item, contactId)));
            boolean reached = setOptIn(work, targets);
            if (!create.make(work, found.without()) || !reached || found.quotaReached()) {
                return false;
            }
        }
        return true;
    }

    private static boolean optIn(List<PushItem> people) {
        return people.get(0).optIn();
    }

    /** Sets the opt-in field and nothing else: other fields go with the nightly sync (R5.4). */
    private boolean setOptIn(Work work, List<Target> targets) {
        if (targets.isEmpty()) {
            return true;
        }
        boolean optIn = targets.get(0).item().optIn();
        Reservation reservation = quota.reserve(work.plan().integrationId(), targets.size(), !optIn);
        if (reservation.isEmpty()) {
            return false;
        }
        List<Target> sent = targets.subList(0, (int) reservation.requests());
        List<ContactWrite> writes = sent.stream()
                .map(target -> new ContactWrite(
                        target.contactId(), Map.of(), Map.of(work.plan().optInField(), optIn)))
                .toList();
        List<WriteResult> answers;
        try {
            answers = salesforce.update(work.plan().account(), writes, work.counter());
        } catch (SalesforceFault fault) {
            if (fault.hasNeverLeft()) {
                quota.giveBack(reservation, reservation.requests());
            }
            throw fault;
        }
        List<PushResult> results = new ArrayList<>();
        List<GoneContact> missing = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            WriteResult answer = answers.get(i);
            PushItem item = sent.get(i).item();
            if (item.isLinked() && !answer.isWritten() && answer.code().isGone()) {
                missing.add(GoneContact.bringing(item, answer.said()));
            } else {
                results.add(result(sent.get(i), answer));
            }
        }
        record(work, results, sent.size());
        return gone.settle(work.lease(), work.runId(), work.plan(), work.counter(), missing, !optIn)
                && sent.size() == targets.size();
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

    private void record(Work work, List<PushResult> results, long requests) {
        if (!results.isEmpty() || requests > 0) {
            ledger.record(work.lease(), work.runId(), results, work.counter().take(), requests);
            quota.note(work.plan().integrationId(), work.counter());
        }
    }
}
