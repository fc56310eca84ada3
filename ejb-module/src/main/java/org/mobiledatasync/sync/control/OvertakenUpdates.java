package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.ContactPushLedger.Waiting;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * Keeps a run from overwriting what people changed in Salesforce after its export was made (R3.5).
 *
 * <p>A run that goes from its export to its updates within minutes is taken at its word. One that a dead server left, or
 * that took long, reads each contact again before it writes to it, at one more request of the quota each (R6.1).
 */
@ApplicationScoped
public class OvertakenUpdates {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private ContactReader contacts;
    private Quota quota;
    private Clock clock;

    protected OvertakenUpdates() {}

    @Inject
    public OvertakenUpdates(ContactReader contacts, Quota quota, Clock clock) {
        this.contacts = contacts;
        this.quota = quota;
        this.clock = clock;
    }

    /** Whether the decisions of a run are so old that the contacts may look otherwise by now. */
    boolean arePossibleIn(SyncRun run) {
        OffsetDateTime export = run.getExportRequestedAt();
        return run.isTakenUpAgain() || export != null && export.plus(FRESH).isBefore(OffsetDateTime.now(clock));
    }

    /**
     * The same updates; those whose contacts look otherwise than when they were decided without their fields. Contacts
     * that are not found are left to the write, which will tell.
     *
     * @return empty when the quota does not reach to look
     */
    Optional<List<Waiting>> withoutOvertaken(
            Lease lease, long runId, SyncPlan plan, List<Waiting> updates, CallCounter counter) {
        List<Waiting> asked =
                updates.stream().filter(update -> !update.fields().isEmpty()).toList();
        if (asked.isEmpty()) {
            return Optional.of(updates);
        }
        boolean optOuts = Boolean.FALSE.equals(updates.get(0).optIn());
        Reservation reservation = quota.reserve(plan.integrationId(), asked.size(), optOuts);
        if (reservation.requests() < asked.size()) {
            quota.giveBack(reservation, reservation.requests());
            return Optional.empty();
        }
        List<String> contactIds = asked.stream().map(Waiting::contactId).toList();
        Map<String, ContactRecord> now = contacts.read(lease, runId, plan, contactIds, reservation, counter);
        List<MergeField> fields = plan.rulesForApi(OffsetDateTime.now(clock)).fields();
        return Optional.of(updates.stream()
                .map(update ->
                        isOvertaken(update, now.get(update.contactId()), fields) ? update.withoutFields() : update)
                .toList());
    }

    /** What is there already is no news: our own call may have brought it before its server died. */
    private static boolean isOvertaken(Waiting update, ContactRecord contact, List<MergeField> fields) {
        return contact != null
                && fields.stream()
                        .filter(field -> update.fields().containsKey(field.key()))
                        .anyMatch(field -> {
                            String now = contact.values().get(field.key());
                            return !field.same(update.replaced().get(field.key()), RecordEffects.shown(now))
                                    && !field.same(update.fields().get(field.key()), now);
                        });
    }
}
