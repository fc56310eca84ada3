package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.FieldConflictRepository;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.Side;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** What {@link ContactPush} reads and records: the base only after Salesforce confirmed that row (R3.9). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ContactPushLedger {
    private static final int CHUNK = 500;
    private static final String LATER = " The update of the contact's fields waits for a later run.";

    @Inject
    private ContactUpdateRepository updates;

    @Inject
    private CrmLinkRepository links;

    @Inject
    private FieldConflictRepository conflicts;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private RecordOutcomeRepository outcomes;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    /**
     * A contact update that waits.
     *
     * @param fields values by our field name
     * @param replaced what the contact had in these fields when it was decided; empty ones are left out
     * @param optIn what Salesforce is to take, by the profile's state of this moment; null to leave it alone
     */
    public record Waiting(
            Long id, String contactId, Map<String, String> fields, Map<String, String> replaced, Boolean optIn) {

        Waiting withoutFields() {
            return new Waiting(id, contactId, Map.of(), Map.of(), optIn);
        }

        boolean isEmpty() {
            return fields.isEmpty() && optIn == null;
        }
    }

    public List<Waiting> next(long runId, int size) {
        List<ContactUpdate> next = updates.findNext(runId, size);
        Map<Long, Profile> people =
                byId(next.stream().map(ContactUpdate::getProfileId).toList());
        return next.stream()
                .map(update -> new Waiting(
                        update.getId(),
                        update.getContactId(),
                        update.getFields(),
                        replaced(update),
                        optInNow(update, people.get(update.getProfileId()))))
                .toList();
    }

    private static Map<String, String> replaced(ContactUpdate update) {
        return FieldChange.fromJson(update.getChanges()).stream()
                .filter(change -> change.side() == Side.CONTACT && change.from() != null)
                .collect(Collectors.toMap(FieldChange::field, FieldChange::from, (first, again) -> again));
    }

    /**
     * A person who opted out after the decision must not be reported as opted in (R4.1). One who opted in again is not
     * reported as opted out: the five-minute sync brings the new word.
     */
    private static Boolean optInNow(ContactUpdate update, Profile profile) {
        Boolean decided = update.getOptIn();
        boolean active = profile.getStatus() == ProfileStatus.ACTIVE_SUBSCRIBER;
        if (Boolean.TRUE.equals(decided)) {
            return active;
        }
        return active ? null : decided;
    }

    /**
     * Notes what Salesforce answered, record by record.
     *
     * @return the contacts that it did not find; their updates still wait
     */
    public List<GoneContact> record(
            Lease lease, long runId, List<Waiting> sent, List<WriteResult> results, long calls) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        run.called(calls, sent.size());
        run.setProgressAt(now());
        Map<Long, ContactUpdate> found = updates
                .findByIds(sent.stream().map(Waiting::id).toList())
                .stream()
                .collect(Collectors.toMap(ContactUpdate::getId, Function.identity()));
        Map<Long, Profile> people =
                byId(found.values().stream().map(ContactUpdate::getProfileId).toList());
        Map<String, CrmLink> pairs = new HashMap<>();
        links.findByContacts(
                        run.getIntegrationId(),
                        sent.stream().map(Waiting::contactId).toList())
                .forEach(link -> pairs.put(link.getContactId(), link));
        List<GoneContact> gone = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            ContactUpdate update = found.get(sent.get(i).id());
            WriteResult result = results.get(i);
            if (!result.isWritten() && result.code().isGone()) {
                gone.add(GoneContact.sending(sent.get(i), result.said()));
                continue;
            }
            if (result.isWritten() && pairs.containsKey(update.getContactId())) {
                agree(pairs.get(update.getContactId()), update, sent.get(i));
            }
            boolean whole = isWhole(update, sent.get(i));
            run.setPending(run.getPending() + (whole ? 0 : 1));
            outcomes.add(outcome(update, whole, result).of(people.get(update.getProfileId()), update.getContactId()));
            updates.remove(update);
        }
        return gone;
    }

    /**
     * Reports up to 500 records whose update was never sent: those that we changed on our side by that, the others as not
     * seen by this run.
     *
     * @return whether there may be more
     */
    public boolean closeLeftOver(Lease lease, long runId) {
        leases.renew(lease);
        List<ContactUpdate> left = updates.findNext(runId, CHUNK);
        if (left.isEmpty()) {
            return false;
        }
        leave(runs.get(runId), left);
        return true;
    }

    /** Leaves those of the updates for a later run that have nothing to send any more. */
    public void leave(Lease lease, long runId, List<Waiting> waiting) {
        List<Long> empty =
                waiting.stream().filter(Waiting::isEmpty).map(Waiting::id).toList();
        if (!empty.isEmpty()) {
            leases.renew(lease);
            leave(runs.get(runId), updates.findByIds(empty));
        }
    }

    private void leave(SyncRun run, List<ContactUpdate> left) {
        Map<Long, Profile> people =
                byId(left.stream().map(ContactUpdate::getProfileId).toList());
        for (ContactUpdate update : left) {
            if (update.getLocalOutcome() == null) {
                run.saw(-1);
            } else {
                outcomes.add(new RecordOutcome(
                                run.getId(),
                                update.getContactId(),
                                update.getLocalOutcome(),
                                update.getReason(),
                                update.getMessage() + LATER,
                                now())
                        .of(people.get(update.getProfileId()), update.getContactId())
                        .withChanges(update.getChanges()));
            }
            updates.remove(update);
        }
        run.setPending(run.getPending() + left.size());
    }

    private static boolean isWhole(ContactUpdate update, Waiting sent) {
        return !sent.fields().isEmpty() || update.getFields().isEmpty();
    }

    private void agree(CrmLink link, ContactUpdate update, Waiting sent) {
        Boolean optIn = sent.optIn();
        if (!sent.fields().isEmpty()) {
            conflicts.findByLinks(List.of(link.getId())).forEach(conflicts::remove);
            link.agreedOn(update.getAgreed(), now());
            link.setSeenRow(update.getSeenRow());
        }
        if (optIn != null) {
            link.agreedOnOptIn(optIn, now());
        }
    }

    private RecordOutcome outcome(ContactUpdate update, boolean whole, WriteResult result) {
        if (!result.isWritten()) {
            return new RecordOutcome(
                            update.getRunId(),
                            update.getContactId(),
                            Outcome.PROCESSING_ERROR,
                            Reason.REFUSED_BY_SALESFORCE.name(),
                            Reason.REFUSED_BY_SALESFORCE.sentence(result.said()),
                            now())
                    .withChanges(update.getChanges());
        }
        return new RecordOutcome(
                        update.getRunId(),
                        update.getContactId(),
                        update.getOutcome(),
                        update.getReason(),
                        update.getMessage() + (whole ? "" : LATER),
                        now())
                .withChanges(whole ? update.getChanges() : withoutFieldsThere(update));
    }

    private static String withoutFieldsThere(ContactUpdate update) {
        return FieldChange.toJson(FieldChange.fromJson(update.getChanges()).stream()
                .filter(change ->
                        change.side() == Side.PROFILE || change.field().equals(FieldMapping.OPT_IN))
                .toList());
    }

    private Map<Long, Profile> byId(List<Long> ids) {
        return profiles.findByIds(ids).stream().collect(Collectors.toMap(Profile::getId, Function.identity()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
