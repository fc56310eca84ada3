package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;
import org.mobiledatasync.sync.entity.RunState;

/**
 * Profiles that changed here and whose contacts were not in the export: read through the API, so that the merge sees all
 * three sides before anything is sent (R3). Each costs one request of the quota (R6.1).
 */
@ApplicationScoped
public class ChangedHerePull {
    private static final int PAGE = 200;

    private RunLedger runs;
    private ChangedHereLedger changed;
    private ChunkRecorder chunks;
    private ContactReader contacts;
    private GoneContacts gone;
    private Quota quota;
    private Clock clock;

    protected ChangedHerePull() {}

    @Inject
    public ChangedHerePull(
            RunLedger runs,
            ChangedHereLedger changed,
            ChunkRecorder chunks,
            ContactReader contacts,
            GoneContacts gone,
            Quota quota,
            Clock clock) {
        this.runs = runs;
        this.changed = changed;
        this.chunks = chunks;
        this.contacts = contacts;
        this.gone = gone;
        this.quota = quota;
        this.clock = clock;
    }

    /** @return COMPLETED, STOPPED, or QUOTA_REACHED when some are left for the next day */
    RunState pull(Lease lease, long runId, SyncPlan plan, CallCounter counter) {
        while (runs.mayGoOn(runId)) {
            List<String> contactIds = changed.next(plan.integrationId(), runId, PAGE);
            if (contactIds.isEmpty()) {
                return RunState.COMPLETED;
            }
            Reservation reservation = quota.reserve(plan.integrationId(), contactIds.size(), false);
            if (reservation.isEmpty()) {
                return RunState.QUOTA_REACHED;
            }
            List<String> page = contactIds.subList(0, (int) reservation.requests());
            if (!read(lease, runId, plan, page, reservation, counter)) {
                return RunState.QUOTA_REACHED;
            }
        }
        return RunState.STOPPED;
    }

    /** @return false when the quota did not reach to find out what became of those that are gone */
    private boolean read(
            Lease lease,
            long runId,
            SyncPlan plan,
            List<String> contactIds,
            Reservation reservation,
            CallCounter counter) {
        OffsetDateTime asOf = OffsetDateTime.now(clock);
        Map<String, ContactRecord> found = contacts.read(lease, runId, plan, contactIds, reservation, counter);
        List<Entry> entries = new ArrayList<>();
        List<GoneContact> missing = new ArrayList<>();
        for (String contactId : contactIds) {
            ContactRecord contact = found.get(contactId);
            if (contact == null) {
                missing.add(GoneContact.missing(contactId));
            } else {
                entries.add(new Entry(contactId, contact, false, null));
            }
        }
        chunks.record(
                lease,
                runId,
                plan,
                plan.rulesForApi(asOf),
                entries,
                runs.get(runId).getCursor());
        return gone.settle(lease, runId, plan, counter, missing, false);
    }
}
