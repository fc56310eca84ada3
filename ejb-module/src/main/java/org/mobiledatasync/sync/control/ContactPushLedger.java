package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.Side;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** What {@link ContactPush} reads and records: the base only after Salesforce confirmed that row (R3.9). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ContactPushLedger {
    private static final int CHUNK = 500;

    private ContactUpdateRepository updates;
    private CrmLinkRepository links;
    private FieldConflictRepository conflicts;
    private ProfileRepository profiles;
    private RecordOutcomeRepository outcomes;
    private SyncRunRepository runs;
    private OutboundChanges outbound;
    private Leases leases;
    private Clock clock;

    protected ContactPushLedger() {}

    @Inject
    public ContactPushLedger(
            ContactUpdateRepository updates,
            CrmLinkRepository links,
            FieldConflictRepository conflicts,
            ProfileRepository profiles,
            RecordOutcomeRepository outcomes,
            SyncRunRepository runs,
            OutboundChanges outbound,
            Leases leases,
            Clock clock) {
        this.updates = updates;
        this.links = links;
        this.conflicts = conflicts;
        this.profiles = profiles;
        this.outcomes = outcomes;
        this.runs = runs;
        this.outbound = outbound;
        this.leases = leases;
        this.clock = clock;
    }

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

    /** What is to be sent next. An update whose profile and contact were parted meanwhile has nothing to send. */
    public List<Waiting> next(long runId, int size) {
        List<ContactUpdate> next = updates.findNext(runId, size);
        Map<Long, Profile> people =
                byId(next.stream().map(ContactUpdate::getProfileId).toList());
        Map<String, CrmLink> pairs = pairsOf(next);
        return next.stream()
                .map(update -> isPaired(update, pairs)
                        ? waiting(update, people.get(update.getProfileId()))
                        : new Waiting(update.getId(), update.getContactId(), Map.of(), Map.of(), null))
                .toList();
    }

    private static Waiting waiting(ContactUpdate update, Profile profile) {
        return new Waiting(
                update.getId(), update.getContactId(), update.getFields(), replaced(update), optInNow(update, profile));
    }

    private Map<String, CrmLink> pairsOf(List<ContactUpdate> some) {
        return some.isEmpty()
                ? Map.of()
                : links
                        .findByContacts(
                                some.get(0).getIntegrationId(),
                                some.stream().map(ContactUpdate::getContactId).toList())
                        .stream()
                        .collect(Collectors.toMap(CrmLink::getContactId, Function.identity()));
    }

    private static boolean isPaired(ContactUpdate update, Map<String, CrmLink> pairs) {
        CrmLink link = pairs.get(update.getContactId());
        return link != null && link.getProfileId().equals(update.getProfileId());
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
        boolean active = isActive(profile);
        if (Boolean.TRUE.equals(decided)) {
            return active;
        }
        return active ? null : decided;
    }

    private static boolean isActive(Profile profile) {
        return profile.getStatus() == ProfileStatus.ACTIVE_SUBSCRIBER;
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
        Map<String, CrmLink> pairs = pairsOf(List.copyOf(found.values()));
        Map<Long, Profile> people = byId(Stream.concat(
                        found.values().stream().map(ContactUpdate::getProfileId),
                        pairs.values().stream().map(CrmLink::getProfileId))
                .distinct()
                .toList());
        List<GoneContact> gone = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            ContactUpdate update = found.get(sent.get(i).id());
            WriteResult result = results.get(i);
            if (!result.isWritten() && result.code().isGone()) {
                gone.add(GoneContact.sending(sent.get(i), result.said()));
                continue;
            }
            CrmLink link = pairs.get(update.getContactId());
            if (result.isWritten() && link != null) {
                if (isPaired(update, pairs)) {
                    agree(run, link, update, sent.get(i));
                }
                tellOtherwise(run, people.get(link.getProfileId()), sent.get(i).optIn());
            }
            run.setPending(run.getPending() + (UpdateOutcomes.isWhole(update, sent.get(i)) ? 0 : 1));
            outcomes.add(UpdateOutcomes.answered(update, sent.get(i), result, now())
                    .of(people.get(update.getProfileId()), update.getContactId()));
            updates.remove(update);
        }
        return gone;
    }

    /**
     * Reports up to 500 records whose update was never sent: those that we changed on our side by that, those of parted
     * pairs as such, the others as not seen by this run.
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
        Map<String, CrmLink> pairs = pairsOf(left);
        for (ContactUpdate update : left) {
            Profile profile = people.get(update.getProfileId());
            boolean paired = isPaired(update, pairs);
            if (!paired) {
                outcomes.add(UpdateOutcomes.parted(update, now()).of(profile, update.getContactId()));
            } else if (update.getLocalOutcome() == null) {
                run.saw(-1);
            } else {
                outcomes.add(UpdateOutcomes.left(update, now()).of(profile, update.getContactId()));
            }
            if (paired) {
                // A call whose answer was lost may have brought what was decided.
                tellOtherwise(run, profile, update.getOptIn());
                run.setPending(run.getPending() + 1);
            }
            updates.remove(update);
        }
    }

    private void agree(SyncRun run, CrmLink link, ContactUpdate update, Waiting sent) {
        Boolean optIn = sent.optIn();
        if (!sent.fields().isEmpty()) {
            conflicts.findByLinks(List.of(link.getId())).forEach(conflicts::remove);
            link.agreedOn(update.getAgreed(), run.getStartedAt(), now());
            link.setSeenRow(update.getSeenRow());
        }
        if (optIn != null) {
            link.agreedOnOptIn(optIn, now());
        }
    }

    /**
     * Where the person of the contact says otherwise than what was sent, they did so while the call was under way: the
     * five-minute sync may have brought the new word, and the old one landed after it. It brings the new word once more
     * (R4.1).
     */
    private void tellOtherwise(SyncRun run, Profile profile, Boolean sent) {
        boolean active = isActive(profile);
        if (sent != null && sent != active) {
            outbound.write(run.getIntegrationId(), profile.getId(), active);
        }
    }

    private Map<Long, Profile> byId(List<Long> ids) {
        return profiles.findByIds(ids).stream().collect(Collectors.toMap(Profile::getId, Function.identity()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
