package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentState;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.SyncRun;

/** Carries out what was decided for the records of a chunk, on our side, in the caller's transaction. */
@ApplicationScoped
public class EffectsWriter {
    private ProfileRepository profiles;
    private CrmLinkRepository links;
    private OptInPathRepository paths;
    private ContactUpdateRepository updates;
    private RecordOutcomeRepository outcomes;
    private Consent consent;
    private OutboundChanges outbound;
    private OpenQuestions questions;
    private Clock clock;

    protected EffectsWriter() {}

    @Inject
    public EffectsWriter(
            ProfileRepository profiles,
            CrmLinkRepository links,
            OptInPathRepository paths,
            ContactUpdateRepository updates,
            RecordOutcomeRepository outcomes,
            Consent consent,
            OutboundChanges outbound,
            OpenQuestions questions,
            Clock clock) {
        this.profiles = profiles;
        this.links = links;
        this.paths = paths;
        this.updates = updates;
        this.outcomes = outcomes;
        this.consent = consent;
        this.outbound = outbound;
        this.questions = questions;
        this.clock = clock;
    }

    record Decided(String key, ContactRecord contact, RecordEffects effects) {}

    void write(SyncRun run, SyncPlan plan, ChunkState state, List<Decided> chunk) {
        unlinkFormer(state, chunk);
        chunk.forEach(decided -> questions.ask(plan.integrationId(), state, decided));
        chunk.forEach(decided -> questions.lapse(state, decided));
        chunk.forEach(decided -> write(run, plan, state, decided));
    }

    /** All links that move are taken away first: the database allows one per contact and per profile (R1.8). */
    private void unlinkFormer(ChunkState state, List<Decided> chunk) {
        List<CrmLink> leaving = chunk.stream()
                .filter(decided -> decided.effects().former() != null)
                .map(decided -> state.linkOf(decided.effects().former().id()))
                .toList();
        if (!leaving.isEmpty()) {
            leaving.forEach(link -> links.remove(link, now()));
            links.flush();
        }
    }

    private void write(SyncRun run, SyncPlan plan, ChunkState state, Decided decided) {
        RecordEffects effects = decided.effects();
        ContactRecord contact = decided.contact();
        ConsentCause cause = ConsentCause.crm(run.getId(), contact.contactId(), null);
        effects.optedOut().forEach(other -> optOut(plan, state.consentOf(state.profile(other.id())), cause));
        Profile profile = profile(effects, contact, state);
        if (profile == null) {
            report(run, decided, null);
            return;
        }
        if (!effects.toProfile().isEmpty()) {
            ProfileValues.write(profile, effects.toProfile());
            profile.changedBySync(now());
        }
        if (effects.creates()) {
            profiles.add(profile);
        }
        CrmLink link = effects.links() ? link(plan, profile, contact, state) : state.linkOf(profile.getId());
        if (link != null) {
            agree(run, link, profile, effects);
            questions.leaveOpen(link, state, effects);
        }
        act(plan, effects, contact, state, profile, cause);
        if (effects.waitsForSalesforce()) {
            updates.add(update(run, link, effects));
        } else {
            report(run, decided, profile);
        }
    }

    private Profile profile(RecordEffects effects, ContactRecord contact, ChunkState state) {
        if (effects.creates()) {
            return new Profile(contact.phone(), FirstSeenType.CRM_SYNC, now());
        }
        return effects.profile() == null
                ? null
                : state.profile(effects.profile().id());
    }

    private CrmLink link(SyncPlan plan, Profile profile, ContactRecord contact, ChunkState state) {
        CrmLink link = new CrmLink(plan.integrationId(), profile.getId(), contact.contactId(), now());
        links.add(link);
        state.add(link);
        return link;
    }

    /** What both sides hold already; what Salesforce must take first becomes base when it has (R3.9). */
    private void agree(SyncRun run, CrmLink link, Profile profile, RecordEffects effects) {
        if (effects.agreed() != null && effects.toContact().isEmpty()) {
            link.agreedOn(effects.agreed(), run.getStartedAt(), now());
        } else if (effects.isLookedAt() && link.isBehind(profile.getChangedHereAt())) {
            link.lookedAt(run.getStartedAt());
        }
        if (effects.agreedOptIn() != null) {
            link.agreedOnOptIn(effects.agreedOptIn(), now());
        }
        if (effects.seenMark() != null && effects.toContact().isEmpty()) {
            link.setSeenRow(effects.seenMark());
        }
    }

    private void act(
            SyncPlan plan,
            RecordEffects effects,
            ContactRecord contact,
            ChunkState state,
            Profile profile,
            ConsentCause cause) {
        ConsentState consentState = state.consentOf(profile);
        if (effects.creates() && consentState.suppressed()) {
            consent.keepOut(profile);
        }
        switch (effects.act()) {
            case OPT_OUT -> optOut(plan, consentState, cause);
            case REFUSE -> consent.refuse(profile, cause);
            case SUBSCRIBE -> join(plan, effects, contact, consentState, cause);
            case NONE -> {
                // consent stays as it is
            }
        }
        if (effects.creates()) {
            state.add(consentState);
        }
    }

    private void optOut(SyncPlan plan, ConsentState state, ConsentCause cause) {
        if (consent.optOut(state, cause)) {
            tellOthers(plan, state.profile(), false);
        }
    }

    private void join(
            SyncPlan plan, RecordEffects effects, ContactRecord contact, ConsentState state, ConsentCause cause) {
        OptInPath path = paths.get(effects.path().id());
        if (consent.optIn(state, path, cause) == OptInResult.OPTED_IN) {
            if (!contact.isOptedIn()) {
                outbound.write(plan.integrationId(), state.profile().getId(), true);
            }
            tellOthers(plan, state.profile(), true);
        }
    }

    private void tellOthers(SyncPlan plan, Profile profile, boolean optIn) {
        plan.otherIntegrations().forEach(other -> outbound.write(other, profile.getId(), optIn));
    }

    private ContactUpdate update(SyncRun run, CrmLink link, RecordEffects effects) {
        return new ContactUpdate(run, link, effects.toContact(), effects.tellCrm())
                .agreeing(
                        effects.toContact().isEmpty() ? null : effects.agreed(),
                        effects.toContact().isEmpty() ? null : effects.seenMark())
                .reporting(
                        effects.outcome(),
                        effects.localOutcome(),
                        effects.reason().name(),
                        effects.message(),
                        FieldChange.toJson(effects.changes()));
    }

    private void report(SyncRun run, Decided decided, Profile profile) {
        RecordEffects effects = decided.effects();
        ContactRecord contact = decided.contact();
        RecordOutcome outcome = new RecordOutcome(
                run.getId(), decided.key(), effects.outcome(), effects.reason().name(), effects.message(), now());
        if (profile == null) {
            outcome.of(
                    contact.phone() == null ? contact.typedPhone() : contact.phone(),
                    contact.values().get("profile_first_name"),
                    contact.values().get("profile_last_name"),
                    contact.values().get("profile_email"),
                    contact.contactId() == null ? contact.typedId() : contact.contactId());
        } else {
            outcome.of(profile, contact.contactId());
        }
        outcomes.add(outcome.withChanges(FieldChange.toJson(effects.changes())));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
