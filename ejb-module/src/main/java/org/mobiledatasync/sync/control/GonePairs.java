package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentState;
import org.mobiledatasync.consent.control.ConsentStates;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.sync.control.GoneDecision.Act;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.FieldConflictRepository;
import org.mobiledatasync.sync.entity.OutboundChange;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;
import org.mobiledatasync.sync.entity.Side;
import org.mobiledatasync.sync.entity.SyncRun;

/** Carries out what {@link GoneDecision} says of a pair, in the caller's transaction. */
@ApplicationScoped
public class GonePairs {
    /** Younger pairs may have a contact that Salesforce does not show to queries yet. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private CrmLinkRepository links;
    private FieldConflictRepository conflicts;
    private OutboundChangeRepository changes;
    private OutboundChanges outbound;
    private ConsentEventRepository events;
    private ConsentStates states;
    private Consent consent;
    private Clock clock;

    protected GonePairs() {}

    @Inject
    public GonePairs(
            CrmLinkRepository links,
            FieldConflictRepository conflicts,
            OutboundChangeRepository changes,
            OutboundChanges outbound,
            ConsentEventRepository events,
            ConsentStates states,
            Consent consent,
            Clock clock) {
        this.links = links;
        this.conflicts = conflicts;
        this.changes = changes;
        this.outbound = outbound;
        this.events = events;
        this.states = states;
        this.consent = consent;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param profile of the pair
     * @param contactId the contact that the report names: the survivor when the pair moved to it
     * @param partner the profile of the survivor when it was opted out with this one; null when it was not
     * @param survivorId what the contact was merged into; null when it was not
     * @param changes old and new values of the pair's own record
     */
    record Settled(
            GoneDecision decision,
            Profile profile,
            String contactId,
            Profile partner,
            String survivorId,
            List<FieldChange> changes) {}

    /** Whether the contact was merged into one with the number of its profile. */
    boolean keepsNumber(SyncPlan plan, GoneContact gone, ContactFate fate) {
        return fate.survivor() != null
                && links.findByContact(plan.integrationId(), gone.contactId())
                        .map(link -> states.load(link.getProfileId()).profile().getPhone())
                        .filter(phone -> phone.equals(fate.survivor().phone()))
                        .isPresent();
    }

    Settled settle(
            SyncRun run,
            SyncPlan plan,
            GoneContact gone,
            ContactFate fate,
            CrmLink link,
            Optional<ContactUpdate> update) {
        ConsentState state = states.load(link.getProfileId());
        Optional<CrmLink> other = Optional.ofNullable(fate.survivor())
                .flatMap(survivor -> links.findByContact(plan.integrationId(), survivor.contactId()));
        Optional<OutboundChange> waiting = changes.findByProfile(plan.integrationId(), link.getProfileId());
        Optional<Boolean> wanted = waiting.map(change -> state.isActive())
                .or(() -> update.map(ContactUpdate::getOptIn).map(optIn -> optIn && state.isActive()));
        GoneDecision decision = GoneDecision.of(
                fate,
                new GoneDecision.Pair(
                        state.profile().getPhone(),
                        state.isOptedOut(),
                        wanted.orElse(false),
                        lastOptIn(state.profile()),
                        link.getBaseOptIn(),
                        other.isPresent(),
                        link.getCreatedAt().plus(YOUNG).isAfter(now())));

        List<FieldChange> moved = new ArrayList<>();
        if (decision.optsOut()) {
            String said = "The contact said so before it was deleted or merged";
            optOut(plan, state, ConsentCause.crm(run.getId(), gone.contactId(), said));
            moved.add(new FieldChange("opt_in_status", Side.PROFILE, "true", "false"));
        }
        String contactId = gone.contactId();
        Profile partner = null;
        if (decision.act() == Act.MOVE) {
            contactId = fate.survivor().contactId();
            // They were about the values of a contact that is no more.
            conflicts.findByLinks(List.of(link.getId())).forEach(conflicts::remove);
            links.remove(link, now());
            links.flush();
            links.add(link.successor(contactId));
            moved.add(new FieldChange("constituent_id", Side.PROFILE, gone.contactId(), contactId));
            tellSurvivor(plan, state, wanted.isPresent());
        } else if (decision.act() == Act.PART) {
            links.remove(link, now());
            moved.add(new FieldChange("constituent_id", Side.PROFILE, gone.contactId(), null));
            partner = other.flatMap(taken -> carry(run, plan, decision, gone, taken))
                    .orElse(null);
        }
        links.flush();
        waiting.ifPresent(change -> go(change, decision, gone));
        String survivorId = fate.survivor() == null ? null : fate.survivor().contactId();
        return new Settled(decision, state.profile(), contactId, partner, survivorId, moved);
    }

    /** An opt-out is as good as brought only when the survivor holds it; so is what was decided for the lost contact. */
    private void tellSurvivor(SyncPlan plan, ConsentState state, boolean underWay) {
        if (state.isOptedOut() || underWay) {
            tell(plan, state.profile(), !state.isOptedOut() && state.isActive());
        }
    }

    /** The profile that has the survivor: opted out if the pair was, and then the survivor must hold it in any case. */
    private Optional<Profile> carry(
            SyncRun run, SyncPlan plan, GoneDecision decision, GoneContact gone, CrmLink survivor) {
        ConsentState partner = states.load(survivor.getProfileId());
        boolean leaves = decision.optsPartnerOut() && !partner.isOptedOut();
        if (leaves) {
            String why = "Merged with contact " + gone.contactId() + ", whose person opted out";
            optOut(plan, partner, ConsentCause.crm(run.getId(), survivor.getContactId(), why));
        }
        if (partner.isOptedOut()) {
            tell(plan, partner.profile(), false);
        }
        return leaves ? Optional.of(partner.profile()) : Optional.empty();
    }

    private void optOut(SyncPlan plan, ConsentState state, ConsentCause cause) {
        if (consent.optOut(state, cause)) {
            plan.otherIntegrations()
                    .forEach(other -> outbound.write(other, state.profile().getId(), false));
        }
    }

    /** Leaves alone what waits already and says the same. */
    private void tell(SyncPlan plan, Profile profile, boolean optIn) {
        boolean waits = changes.findByProfile(plan.integrationId(), profile.getId())
                .filter(change -> change.isOptIn() == optIn)
                .isPresent();
        if (!waits) {
            outbound.write(plan.integrationId(), profile.getId(), optIn);
        }
    }

    private void go(OutboundChange change, GoneDecision decision, GoneContact gone) {
        if (!decision.changeStays()) {
            changes.remove(change);
        } else if (decision.act() == Act.STAY) {
            if (change.getId().equals(gone.changeId())) {
                change.retryAt(now().plus(RetryDelay.afterNotFinding(change.getAttempts())));
            }
        } else {
            change.retryAt(now());
        }
    }

    /** When the person last opted in by their own word; null when never. */
    private OffsetDateTime lastOptIn(Profile profile) {
        return events.findByPhone(profile.getPhone()).stream()
                .filter(event -> event.getAction() == ConsentAction.OPT_IN
                        && event.getSource().isFreshEvidence())
                .map(ConsentEvent::getOccurredAt)
                .findFirst()
                .orElse(null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
