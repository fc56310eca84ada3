package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.OutboundChange;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** What the five-minute sync reads and records, in short fenced transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PushLedger {
    @Inject
    private OutboundChangeRepository changes;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private SuppressionRepository suppressions;

    @Inject
    private CrmLinkRepository links;

    @Inject
    private RecordOutcomeRepository outcomes;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    public boolean isAnyDue(long integrationId) {
        return changes.isAnyDue(integrationId, now());
    }

    /** How many changes wait, due or not. */
    public long pending(long integrationId) {
        return changes.countPending(integrationId, true) + changes.countPending(integrationId, false);
    }

    /** The next people to bring, opt-outs first, then by age (R5.2). What is brought is their state of this moment. */
    public List<PushItem> next(long integrationId, int size) {
        List<OutboundChange> due = changes.findDue(integrationId, now(), size);
        Set<Long> ids = due.stream().map(OutboundChange::getProfileId).collect(Collectors.toSet());
        Map<Long, Profile> people = byId(ids);
        Map<Long, CrmLink> pairs = links.findByProfiles(integrationId, ids).stream()
                .collect(Collectors.toMap(CrmLink::getProfileId, Function.identity()));
        Set<String> suppressed = suppressions.findAmong(
                people.values().stream().map(Profile::getPhone).toList());
        return due.stream()
                .map(change ->
                        item(change, people.get(change.getProfileId()), pairs.get(change.getProfileId()), suppressed))
                .toList();
    }

    private PushItem item(OutboundChange change, Profile profile, CrmLink link, Set<String> suppressed) {
        boolean active =
                profile.getStatus() == ProfileStatus.ACTIVE_SUBSCRIBER && !suppressed.contains(profile.getPhone());
        return new PushItem(
                change.getId(),
                change.getRevision(),
                change.getAttempts(),
                active,
                profile.getId(),
                profile.getPhone(),
                ProfileValues.of(profile),
                link == null ? null : link.getContactId(),
                change.getInDoubtUntil() != null && change.getInDoubtUntil().isAfter(now()));
    }

    /** Those of the contacts that belong to a profile already (R1.8). */
    public Set<String> linkedAmong(long integrationId, Collection<String> contactIds) {
        return links.findByContacts(integrationId, contactIds).stream()
                .map(CrmLink::getContactId)
                .collect(Collectors.toSet());
    }

    /**
     * Holds these people back until a contact made now would be found by a search: when the answer or this server is lost,
     * whoever takes them up again finds the contact instead of making a second one (R5.5).
     */
    public void holdForCreate(Lease lease, List<PushItem> items) {
        leases.renew(lease);
        changes.findByIds(items.stream().map(PushItem::changeId).toList())
                .forEach(change -> change.inDoubtUntil(now().plus(RetryDelay.afterLostAnswer())));
    }

    /** Ends the holding back of people for whom surely nothing was made. */
    public void letGo(Lease lease, List<PushItem> items) {
        leases.renew(lease);
        changes.findByIds(items.stream().map(PushItem::changeId).toList()).forEach(change -> change.doubtSolved(now()));
    }

    /**
     * Records what became of the people: links, bases, outcomes, and which changes are done with (R3.9). A change that was
     * overtaken by a newer one stays.
     */
    public void record(Lease lease, long runId, List<PushResult> results, long calls, long requests) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        run.called(calls, requests);
        run.saw(results.size());
        run.setProgressAt(now());
        Map<Long, OutboundChange> known =
                changes
                        .findByIds(results.stream()
                                .map(result -> result.item().changeId())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(OutboundChange::getId, Function.identity()));
        Set<Long> ids =
                results.stream().map(result -> result.item().profileId()).collect(Collectors.toSet());
        Map<Long, Profile> people = byId(ids);
        Map<Long, CrmLink> pairs = new HashMap<>();
        links.findByProfiles(run.getIntegrationId(), ids).forEach(link -> pairs.put(link.getProfileId(), link));
        for (PushResult result : results) {
            PushItem item = result.item();
            Profile profile = people.get(item.profileId());
            CrmLink link = pairs.get(item.profileId());
            if (result.contactId() != null && profile != null) {
                link = agree(run, result, link);
            }
            settle(known.get(item.changeId()), result);
            outcomes.add(outcome(runId, result, profile, link));
        }
    }

    private CrmLink agree(SyncRun run, PushResult result, CrmLink known) {
        PushItem item = result.item();
        CrmLink link = known;
        if (link == null) {
            link = new CrmLink(run.getIntegrationId(), item.profileId(), result.contactId(), now());
            links.add(link);
        }
        if (result.agreed() != null) {
            link.agreedOn(result.agreed(), run.getStartedAt(), now());
        }
        if (result.confirmed()) {
            link.agreedOnOptIn(item.optIn(), now());
        }
        return link;
    }

    private void settle(OutboundChange change, PushResult result) {
        if (change == null) {
            return;
        }
        boolean overtaken = change.getRevision() != result.item().revision();
        if (result.retryAfter() != null && !overtaken) {
            change.retryAt(now().plus(result.retryAfter()));
        } else if (!overtaken) {
            changes.remove(change);
        }
    }

    private RecordOutcome outcome(long runId, PushResult result, Profile profile, CrmLink link) {
        PushItem item = result.item();
        RecordOutcome outcome = new RecordOutcome(
                runId, item.key(), result.outcome(), result.reason().name(), result.message(), now());
        return (profile == null
                        ? outcome.of(item.phone(), null, null, item.email(), result.contactId())
                        : outcome.of(profile, link == null ? result.contactId() : link.getContactId()))
                .withChanges(FieldChange.toJson(result.changes()));
    }

    private Map<Long, Profile> byId(Collection<Long> ids) {
        return profiles.findByIds(ids).stream().collect(Collectors.toMap(Profile::getId, Function.identity()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
