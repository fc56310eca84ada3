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
        this.match =
                contact.phone() == null ? null : Matcher.match(contact, known.linked, known.byPhone, known.phoneShared);
    }

    /**
     * What we know around a record.
     *
     * @param linked the profile linked to the record's contact; null when there is none
     * @param byPhone the profile of the record's number; null when there is none
     * @param phoneShared whether another contact of the same export has the number too
     * @param suppressed whether the record's number said STOP
     */
    public record Surroundings(KnownProfile linked, KnownProfile byPhone, boolean phoneShared, boolean suppressed) {}

    public static RecordEffects decide(SyncRules rules, ContactRecord contact, Surroundings known) {
        return new RecordDecision(rules, contact, known).decide();
    }

    private RecordEffects decide() {
        if (contact.fault() == ContactRecord.Fault.UNREADABLE) {
            return left(Outcome.NO_IMPORT, Reason.UNREADABLE_ROW);
        }
        if (contact.contactId() == null) {
            return left(Outcome.NO_IMPORT, Reason.BAD_CONTACT_ID, contact.typedId());
        }
        boolean newerHere =
                known.linked != null && !known.linked.link().syncedAt().isBefore(rules.asOf());
        if (contact.fault() == ContactRecord.Fault.CONTRADICTING) {
            RecordEffects skipped = left(Outcome.SKIPPED_MEMBERS, Reason.CONTRADICTING_ROWS);
            return newerHere ? skipped : keepingConsent(skipped);
        }
        if (newerHere) {
            return left(Outcome.NO_NEW_CHANGES, Reason.NEWER_HERE);
        }
        return notImported().map(this::keepingConsent).orElseGet(this::imported);
    }

    private RecordEffects left(Outcome outcome, Reason reason, Object... details) {
        return new RecordEffects(known.linked).report(outcome, reason, details);
    }

    /** What keeps the record from being imported, the first that applies (R8). */
    private Optional<RecordEffects> notImported() {
        if (contact.typedPhone().isEmpty()) {
            return Optional.of(left(Outcome.NO_IMPORT, Reason.NO_PHONE));
        }
        if (contact.phone() == null) {
            return Optional.of(left(Outcome.NO_IMPORT, Reason.NOT_A_MOBILE_NUMBER, contact.typedPhone()));
        }
        if (contact.optIn() == OptInValue.UNREADABLE) {
            return Optional.of(left(Outcome.NO_IMPORT, Reason.OPT_IN_NOT_READABLE, contact.typedOptIn()));
        }
        Optional<MergeField> missing = rules.fields().stream()
                .filter(field -> field.required() && !contact.values().containsKey(field.key()))
                .findFirst();
        if (missing.isPresent()) {
            return Optional.of(left(
                    Outcome.NO_IMPORT,
                    Reason.REQUIRED_FIELD_EMPTY,
                    missing.get().key()));
        }
        if (match.kind() == Matcher.Kind.AMBIGUOUS) {
            return Optional.of(left(Outcome.SKIPPED_MEMBERS, Reason.SHARED_NUMBER, contact.phone()));
        }
        return rules.takes(contact) ? Optional.empty() : Optional.of(notOptedIn());
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
                effects.report(consent.outcome(), reasonOf(consent.outcome()));
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
        FieldMerge merge =
                FieldMerge.of(rules.fields(), link().map(KnownLink::base).orElse(null), ours, contact.values());
        Optional<String> tooLong = tooLong(merge);
        if (tooLong.isPresent() && profile == null) {
            return keepingConsent(left(
                    Outcome.UNABLE_TO_UPDATE,
                    Reason.VALUE_TOO_LONG,
                    tooLong.get(),
                    ProfileValues.maxLength(tooLong.get())));
        }
        RecordEffects effects = new RecordEffects(profile);
        pair(effects);
        carry(effects, profile);
        if (tooLong.isPresent()) {
            effects.report(
                    Outcome.UNABLE_TO_UPDATE,
                    Reason.VALUE_TOO_LONG,
                    tooLong.get(),
                    ProfileValues.maxLength(tooLong.get()));
        } else if (merge.isConflict()) {
            conflict(effects, merge);
        } else {
            move(effects, merge, ours);
        }
        noteSight(effects);
        return effects;
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
            effects.report(consent.outcome(), reasonOf(consent.outcome()));
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

    private static Reason reasonOf(Outcome consent) {
        return switch (consent) {
            case OPTED_OUT_CRM -> Reason.OPTED_OUT_IN_CRM;
            case OPT_IN_EXPORTED -> Reason.OPT_IN_SENT;
            case OPT_OUT_EXPORTED -> Reason.OPT_OUT_SENT;
            case RE_SUBSCRIBE_BLOCKED -> Reason.STOPPED_BEFORE;
            default -> Reason.WAITING_FOR_ANSWER;
        };
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
        String fields = String.join(
                ", ", merge.conflicts().stream().map(FieldMerge.Conflict::field).toList());
        effects.report(Outcome.FIELD_CONFLICT, Reason.CONFLICT, fields);
        merge.conflicts().forEach(conflict -> {
            effects.change(conflict.field(), Side.PROFILE, conflict.base(), conflict.profile());
            effects.change(conflict.field(), Side.CONTACT, conflict.base(), conflict.contact());
        });
    }

    private void move(RecordEffects effects, FieldMerge merge, Map<String, String> ours) {
        effects.move(merge, ours, contact.values());
        boolean toProfile = !merge.toProfile().isEmpty();
        if (!merge.toContact().isEmpty()) {
            effects.report(toProfile ? Outcome.PROFILE_AND_CONTACT_UPDATED : Outcome.CONTACT_UPDATED, Reason.UPDATED);
        } else if (toProfile && !effects.creates()) {
            effects.report(Outcome.PROFILE_UPDATED, Reason.UPDATED);
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

    private static Optional<String> tooLong(FieldMerge merge) {
        return merge.toProfile().entrySet().stream()
                .filter(taken -> taken.getValue().length() > ProfileValues.maxLength(taken.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
