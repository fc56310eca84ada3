package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.ContactLookup.Found;
import org.mobiledatasync.sync.control.OptInUpdates.Target;
import org.mobiledatasync.sync.entity.Outcome;

/**
 * Brings a batch of people, all opted in or all opted out, to Salesforce: finds the contacts of those not linked yet,
 * sets the opt-in field of those that have one, makes contacts for new opt-ins with an e-mail address (R1.4, R5.3, R5.4).
 */
@ApplicationScoped
public class ConsentPush {
    private PushRecorder recorder;
    private ContactLookup lookup;
    private ContactCreate create;
    private OptInUpdates updates;
    private RunLedger runs;
    private Quota quota;

    protected ConsentPush() {}

    @Inject
    public ConsentPush(
            PushRecorder recorder,
            ContactLookup lookup,
            ContactCreate create,
            OptInUpdates updates,
            RunLedger runs,
            Quota quota) {
        this.recorder = recorder;
        this.lookup = lookup;
        this.create = create;
        this.updates = updates;
        this.runs = runs;
        this.quota = quota;
    }

    /** What all steps of one run share. */
    record Work(Lease lease, long runId, SyncPlan plan, CallCounter counter) {}

    /**
     * Brings as many as the run may: when it is to stop, the others are left where they are.
     *
     * @return false when the quota did not reach for all of them: the others wait (R6.4)
     */
    boolean bring(Work work, List<PushItem> items) {
        List<PushItem> lacking =
                items.stream().filter(item -> lacks(work, item)).toList();
        record(work, lacking.stream().map(item -> refused(work, item)).toList(), 0);
        List<Target> targets = new ArrayList<>();
        List<PushItem> unlinked = new ArrayList<>();
        Set<PushItem> kept = new HashSet<>(lacking);
        for (PushItem item : items) {
            if (!kept.contains(item)) {
                if (item.isLinked()) {
                    targets.add(new Target(item, item.contactId()));
                } else {
                    unlinked.add(item);
                }
            }
        }
        boolean reached = updates.set(work, targets);
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
        List<PushItem> left = unlinked;
        while (!left.isEmpty() && runs.mayGoOn(work.runId())) {
            List<PushItem> people = ContactSearch.first(work.plan(), left);
            left = left.subList(people.size(), left.size());
            Reservation reservation =
                    quota.reserve(work.plan().integrationId(), ContactLookup.requests(people.size()), !optIn(people));
            if (reservation.isEmpty()) {
                return false;
            }
            Found found = lookup.find(work, people, reservation);
            record(work, found.settled(), found.requests());
            List<Target> targets = new ArrayList<>();
            found.contacts().forEach((item, contactId) -> targets.add(new Target(item, contactId)));
            boolean reached = updates.set(work, targets);
            if (!create.make(work, found.without()) || !reached || found.quotaReached()) {
                return false;
            }
        }
        return true;
    }

    private static boolean optIn(List<PushItem> people) {
        return people.get(0).optIn();
    }

    private void record(Work work, List<PushResult> results, long requests) {
        if (!results.isEmpty() || requests > 0) {
            recorder.record(work, results, requests);
        }
    }
}
