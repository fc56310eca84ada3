package org.mobiledatasync.sync.control;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mobiledatasync.sync.control.ConsentMerge.Act;
import org.mobiledatasync.sync.control.KnownProfile.KnownLink;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

/**
 * What the nightly sync does with one record of Salesforce, and how it reports it: the rules of matching, sync type,
 * merge and consent put together (R1 to R4, R8). Decides only; changes nothing.
 */
public final class RecordDecision {
    private final SyncRules rules;
    private final ContactRecord contact;
    private final Surroundings known;
    private final Matcher match;

    private RecordDecision(SyncRules rules, ContactRecord contact, Surroundings known) {
        this.rules = rules;
        this.contact = contact;
        this.known = known;
        this.match = contact.phone() == null
                ? null
                : Matcher.match(contact, known.linked, known.byPhone, known.phoneShared, known.number);
    }

    /**
     * What we know around a record.
     *
     * @param linked the profile linked to the record's contact; null when there is none
     * @param byPhone the profile of the record's number; null when there is none
     * @param phoneShared whether another contact of the same export has the number too
     * @param suppressed whether the record's number said STOP
     * @param choices what a person chose for the fields of the contact's pair
     * @param number what a person decided about the record's number
     */
    public record Surroundings(
            KnownProfile linked,
            KnownProfile byPhone,
            boolean phoneShared,
            boolean suppressed,
            ConflictChoices choices,
            NumberChoice number) {

        /** Around a record that no person decided anything about. */
        public Surroundings(KnownProfile linked, KnownProfile byPhone, boolean phoneShared, boolean suppressed) {
            this(linked, byPhone, phoneShared, suppressed, ConflictChoices.NONE, NumberChoice.NONE);
        }
    }

    public static RecordEffects decide(SyncRules rules, ContactRecord contact, Surroundings known) {
        return new RecordDecision(rules, contact, known).decide();
    }

    private RecordEffects decide() {
        if (contact.contactId() == null) {
            return contact.fault() == ContactRecord.Fault.UNREADABLE
                    ? unfit()
                    : left(Outcome.NO_IMPORT, Reason.BAD_CONTACT_ID, contact.typedId());
        }
        boolean newerHere =
                known.linked != null && !known.linked.link().syncedAt().isBefore(rules.asOf());
        if (contact.fault() != null) {
            return newerHere ? unfit() : keepingConsent(unfit());
        }
        if (newerHere) {
            return left(Outcome.NO_NEW_CHANGES, Reason.NEWER_HERE);
        }
        return notImported().map(this::keepingConsent).orElseGet(this::imported);
    }

    private RecordEffects left(Outcome outcome, Reason reason, Object... details) {
        return new RecordEffects(known.linked).report(outcome, reason, details);
    }

    private RecordEffects unfit() {
        return contact.fault() == ContactRecord.Fault.UNREADABLE
                ? left(Outcome.NO_IMPORT, Reason.UNREADABLE_ROW)
                : left(Outcome.SKIPPED_MEMBERS, Reason.CONTRADICTING_ROWS);
    }

    /** What keeps the record from being imported, the first that applies: several matches before "not opted in" (R8). */
    private Optional<RecordEffects> notImported() {
        Optional<ImportObstacle> obstacle = ImportObstacle.of(rules, contact);
        if (obstacle.isPresent()) {
            return obstacle.map(this::lacking);
        }
        if (match.kind() == Matcher.Kind.AMBIGUOUS) {
            return Optional.of(left(Outcome.SKIPPED_MEMBERS, Reason.SHARED_NUMBER, contact.phone())
                    .asking());
        }
        if (match.kind() == Matcher.Kind.DECIDED_AGAINST) {
            Reason why = known.number.chosen() == null ? Reason.NO_CONTACT_CHOSEN : Reason.OTHER_CONTACT_CHOSEN;
            return Optional.of(left(Outcome.SKIPPED_MEMBERS, why, contact.phone()));
        }
        return rules.takes(contact) ? Optional.empty() : Optional.of(notOptedIn());
    }

    /** A contact that had to be asked for is not asked for each night: it lacks the same until somebody changes it. */
    private RecordEffects lacking(ImportObstacle lacking) {
        RecordEffects effects = left(Outcome.NO_IMPORT, lacking.reason(), lacking.detail());
        return contact.mark() == null ? effects.lookingAtFields() : effects;
    }

    /** A record that is not opted in, in a Conservative sync: only an opt-in of ours may still go out (R2.1, R4.4). */
    private RecordEffects notOptedIn() {
        RecordEffects effects = left(Outcome.NO_IMPORT, Reason.NOT_OPTED_IN);
        if (match.kind() == Matcher.Kind.LINKED && !hasLeft()) {
            ConsentMerge consent = consent(match.profile(), false);
            if (consent.tellCrm() != null) {
                effects = new RecordEffects(match.profile()).report(Outcome.OPT_IN_EXPORTED, Reason.OPT_IN_SENT);
                effects.tellCrm(consent.tellCrm());
            } else if (Boolean.TRUE.equals(match.profile().link().baseOptIn())) {
                effects.agreeOnOptIn(consent.agreed());
            }
        }
        return effects;
    }

    /** No mapping overrides consent: an opt-out counts on both sides even when the record can't be imported (R4). */
    private RecordEffects keepingConsent(RecordEffects effects) {
        if (hasLeft()) {
            effects.optOut(known.linked);
            effects.agreeOnOptIn(false);
            effects.report(Outcome.OPTED_OUT_CRM, Reason.OPTED_OUT_IN_CRM);
        } else if (match != null && match.kind() == Matcher.Kind.LINKED) {
            ConsentMerge consent = consent(match.profile(), false);
            if (Boolean.FALSE.equals(consent.tellCrm())) {
                effects.act(consent.act());
                effects.tellCrm(false);
                effects.report(consent.outcome(), consent.reason());
            }
        }
        return effects;
    }

    /** Whether the person opted out in Salesforce since the last sync. */
    private boolean hasLeft() {
        return known.linked != null
                && !known.linked.optedOut()
                && Boolean.TRUE.equals(known.linked.link().baseOptIn())
                && contact.optIn() == OptInValue.FALSE;
    }

    private RecordEffects imported() {
        KnownProfile profile = match.profile();
        Map<String, String> ours = profile == null ? Map.of() : profile.values();
        FieldMerge merge = FieldMerge.of(
                rules.fields(), link().map(KnownLink::base).orElse(null), ours, contact.values(), known.choices);
        Optional<String> tooLong = merge.tooLong();
        if (tooLong.isPresent() && profile == null) {
            return keepingConsent(tooLong(new RecordEffects(known.linked), tooLong.get()));
        }
        RecordEffects effects = new RecordEffects(profile);
        pair(effects);
        carry(effects, profile);
        if (tooLong.isPresent()) {
            effects.leaveOpen(merge.chosen());
            tooLong(effects, tooLong.get());
        } else if (merge.isConflict()) {
            conflict(effects, merge);
        } else {
            move(effects, merge, ours);
        }
        noteSight(effects);
        return effects;
    }

    private static RecordEffects tooLong(RecordEffects effects, String field) {
        return effects.report(Outcome.UNABLE_TO_UPDATE, Reason.VALUE_TOO_LONG, field, ProfileValues.maxLength(field));
    }

    private void pair(RecordEffects effects) {
        boolean moved = match.former() != null;
        if (match.kind() == Matcher.Kind.LINKED) {
            return;
        }
        effects.linking(match.former());
        effects.change("constituent_id", Side.PROFILE, null, contact.contactId());
        if (match.kind() == Matcher.Kind.NEW) {
            effects.creating();
            effects.report(Outcome.PROFILE_CREATED, moved ? Reason.CREATED_ON_NEW_NUMBER : Reason.CREATED);
        } else {
            effects.report(Outcome.PROFILE_UPDATED, moved ? Reason.MOVED_TO_NEW_NUMBER : Reason.LINKED);
        }
    }

    private void carry(RecordEffects effects, KnownProfile profile) {
        if (match.former() != null && hasLeft()) {
            // Opted out and changed the number at once: neither number may be texted (R4.2 before R1.6).
            effects.optOut(match.former());
            effects.act(Act.OPT_OUT);
            effects.agreeOnOptIn(false);
            effects.report(Outcome.OPTED_OUT_CRM, Reason.OPTED_OUT_IN_CRM);
            return;
        }
        Optional<SyncRules.Path> path = pathFor(profile);
        ConsentMerge consent = consent(profile, path.isPresent());
        effects.act(consent.act());
        if (!Objects.equals(consent.agreed(), link().map(KnownLink::baseOptIn).orElse(null))) {
            effects.agreeOnOptIn(consent.agreed());
        }
        if (consent.act() == Act.SUBSCRIBE) {
            join(effects, path.orElseThrow());
            return;
        }
        if (consent.tellCrm() != null) {
            effects.tellCrm(consent.tellCrm());
        }
        if (consent.outcome() != null) {
            effects.report(consent.outcome(), consent.reason());
        }
    }

    private void join(RecordEffects effects, SyncRules.Path path) {
        effects.through(path);
        if (!path.asksFirst()) {
            effects.change("opt_in_status", Side.PROFILE, null, "true");
        }
        if (!effects.creates()) {
            // Being made includes joining: such a record stays "Profile Created".
            effects.report(
                    path.asksFirst() ? Outcome.DEFERRED_SUBSCRIPTION : Outcome.OPTED_IN_CRM,
                    path.asksFirst() ? Reason.WAITING_FOR_ANSWER : Reason.OPTED_IN_BY_CRM);
        }
    }

    /** The path that would take the person in: nobody who is or was in its campaign (R4.5). */
    private Optional<SyncRules.Path> pathFor(KnownProfile profile) {
        return rules.pathFor(contact.ruleValues())
                .filter(path -> profile == null || !profile.campaigns().contains(path.campaignId()));
    }

    private ConsentMerge consent(KnownProfile profile, boolean mayJoin) {
        return ConsentMerge.of(new ConsentMerge.Sides(
                profile == null ? known.suppressed : profile.optedOut(),
                profile != null && profile.active(),
                profile != null && profile.asked(),
                mayJoin,
                profile != null && profile.exportPending(),
                link().map(KnownLink::baseOptIn).orElse(null),
                contact.isOptedIn(),
                rules.takes(contact)));
    }

    private void conflict(RecordEffects effects, FieldMerge merge) {
        effects.report(Outcome.FIELD_CONFLICT, Reason.CONFLICT, FieldMerge.names(merge.conflicts()));
        effects.leaveOpen(merge.conflicts());
        merge.conflicts().forEach(conflict -> {
            effects.change(conflict.field(), Side.PROFILE, conflict.base(), conflict.profile());
            effects.change(conflict.field(), Side.CONTACT, conflict.base(), conflict.contact());
        });
    }

    private void move(RecordEffects effects, FieldMerge merge, Map<String, String> ours) {
        effects.move(merge, ours, contact.values());
        effects.lookingAtFields();
        // What Salesforce has to take stays open until it has (R3.9).
        effects.leaveOpen(merge.chosen().stream()
                .filter(conflict -> !merge.toProfile().containsKey(conflict.field()))
                .toList());
        boolean toProfile = !merge.toProfile().isEmpty();
        Reason why = merge.chosen().isEmpty() ? Reason.UPDATED : Reason.CHOSEN;
        String chosen = FieldMerge.names(merge.chosen());
        if (!merge.toContact().isEmpty()) {
            effects.report(toProfile ? Outcome.PROFILE_AND_CONTACT_UPDATED : Outcome.CONTACT_UPDATED, why, chosen);
        } else if (toProfile && !effects.creates()) {
            effects.report(Outcome.PROFILE_UPDATED, why, chosen);
        }
        if (!merge.agreed().equals(link().map(KnownLink::base).orElse(null))) {
            effects.agree(merge.agreed());
        }
    }

    /** Remembers how the contact looked, and tells "nothing new" from "changed, but in nothing synced". */
    private void noteSight(RecordEffects effects) {
        String before = link().map(KnownLink::seenMark).orElse(null);
        String now = contact.mark();
        String after = contact.markWith(effects.toContact());
        boolean looksOther = now != null && !now.equals(before);
        if (after != null && !after.equals(before)) {
            effects.see(after);
        }
        boolean changed = looksOther && before != null || effects.agreed() != null || effects.agreedOptIn() != null;
        effects.reportUnlessMore(
                changed ? Outcome.NO_DIFFERENCE : Outcome.NO_NEW_CHANGES,
                changed ? Reason.NOTHING_SYNCED_CHANGED : Reason.SAME_AS_BEFORE);
    }

    private Optional<KnownLink> link() {
        return match.kind() == Matcher.Kind.LINKED ? Optional.of(match.profile().link()) : Optional.empty();
    }
}
