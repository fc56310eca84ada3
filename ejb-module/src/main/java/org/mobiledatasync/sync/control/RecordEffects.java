package org.mobiledatasync.sync.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

/**
 * What is to happen to one record, and its outcome. Filled by {@link RecordDecision}; carried out by
 * {@link EffectsWriter}.
 *
 * <p>Of several reports the strongest class counts, and the sentences of all are kept (R8.2).
 */
public final class RecordEffects {
    private static final int LONGEST_SHOWN = 4000;

    private final KnownProfile profile;
    private final Set<KnownProfile> optedOut = new LinkedHashSet<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<FieldChange> changes = new ArrayList<>();
    private boolean creates;
    private boolean links;
    private KnownProfile former;
    private List<FieldMerge.Conflict> open;
    private boolean asks;
    private ConsentMerge.Act act = ConsentMerge.Act.NONE;
    private SyncRules.Path path;
    private Map<String, String> toProfile = Map.of();
    private Map<String, String> toContact = Map.of();
    private Boolean tellCrm;
    private Map<String, String> agreed;
    private Boolean agreedOptIn;
    private String seenMark;
    private boolean lookedAt;
    private Outcome outcome;
    private Outcome localOutcome;
    private Reason reason;

    /** @param profile the profile that the record belongs to; null when there is none, or none yet */
    RecordEffects(KnownProfile profile) {
        this.profile = profile;
    }

    RecordEffects report(Outcome newOutcome, Reason newReason, Object... details) {
        noteLocally(newOutcome);
        if (outcome == null || newOutcome.compareTo(outcome) < 0) {
            outcome = newOutcome;
            reason = newReason;
            sentences.add(0, newReason.sentence(details));
        } else {
            sentences.add(newReason.sentence(details));
        }
        return this;
    }

    private void noteLocally(Outcome reported) {
        Outcome local =
                switch (reported) {
                    case OPT_IN_EXPORTED, OPT_OUT_EXPORTED, CONTACT_UPDATED -> null;
                    case PROFILE_AND_CONTACT_UPDATED -> Outcome.PROFILE_UPDATED;
                    default -> reported;
                };
        if (local != null) {
            localOutcome = localOutcome == null ? local : localOutcome.or(local);
        }
    }

    /** The weakest report: it gives way, sentence and all, to any other. */
    RecordEffects reportUnlessMore(Outcome weakest, Reason why) {
        return outcome == null ? report(weakest, why) : this;
    }

    RecordEffects creating() {
        creates = true;
        links = true;
        return this;
    }

    /** @param from the profile that had the link until now; null when none */
    RecordEffects linking(KnownProfile from) {
        links = true;
        former = from;
        return this;
    }

    void change(String field, Side side, String from, String to) {
        changes.add(new FieldChange(field, side, shown(from), shown(to)));
    }

    /** A value as reports and pages show it. */
    static String shown(String value) {
        return value == null || value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...";
    }

    /** The fields that are in conflict once the effects are carried out; all others of the pair are settled. */
    void leaveOpen(List<FieldMerge.Conflict> conflicts) {
        open = conflicts;
    }

    /** A person has to say whose the number is. */
    RecordEffects asking() {
        asks = true;
        return this;
    }

    void optOut(KnownProfile person) {
        if (optedOut.add(person)) {
            change("opt_in_status", Side.PROFILE, "true", "false");
        }
    }

    void act(ConsentMerge.Act what) {
        act = what;
        if (what == ConsentMerge.Act.OPT_OUT) {
            change("opt_in_status", Side.PROFILE, "true", "false");
        }
    }

    void through(SyncRules.Path joined) {
        path = joined;
    }

    void tellCrm(boolean optIn) {
        tellCrm = optIn;
        change("opt_in_status", Side.CONTACT, Boolean.toString(!optIn), Boolean.toString(optIn));
    }

    void move(FieldMerge merge, Map<String, String> profileValues, Map<String, String> contactValues) {
        toProfile = merge.toProfile();
        toContact = merge.toContact();
        toProfile.forEach((field, value) -> change(field, Side.PROFILE, profileValues.get(field), value));
        toContact.forEach((field, value) -> change(field, Side.CONTACT, contactValues.get(field), value));
    }

    void agree(Map<String, String> values) {
        agreed = values;
    }

    void agreeOnOptIn(Boolean optIn) {
        agreedOptIn = optIn;
    }

    void see(String mark) {
        seenMark = mark;
    }

    /** The fields were looked at as far as they can be. */
    RecordEffects lookingAtFields() {
        lookedAt = true;
        return this;
    }

    /** Whether Salesforce must be told something before the record can be reported (R3.9). */
    public boolean waitsForSalesforce() {
        return tellCrm != null || !toContact.isEmpty();
    }

    /** Whether neither side has anything new. */
    public boolean isNothing() {
        return outcome == Outcome.NO_NEW_CHANGES && reason == Reason.SAME_AS_BEFORE && isIdle();
    }

    /** Whether nothing is written but the outcome, and what a person is asked. */
    public boolean isIdle() {
        return !creates
                && !links
                && optedOut.isEmpty()
                && act == ConsentMerge.Act.NONE
                && toProfile.isEmpty()
                && !waitsForSalesforce()
                && agreed == null
                && agreedOptIn == null
                && seenMark == null;
    }

    public KnownProfile profile() {
        return profile;
    }

    public boolean creates() {
        return creates;
    }

    public boolean links() {
        return links;
    }

    /** The profile that loses the link; null when none does (R1.6). */
    public KnownProfile former() {
        return former;
    }

    /** The fields that stay in conflict; null when the record was not merged, and nothing is known of them. */
    public List<FieldMerge.Conflict> open() {
        return open;
    }

    /** Whether a person has to say whose the record's number is (R1.5). */
    public boolean asks() {
        return asks;
    }

    /** Profiles other than the record's own that are opted out with it; or the record's own when it is not imported. */
    public Set<KnownProfile> optedOut() {
        return optedOut;
    }

    /** What the consent of the record's own profile does. */
    public ConsentMerge.Act act() {
        return act;
    }

    /** The path that the person joins through; null unless joining. */
    public SyncRules.Path path() {
        return path;
    }

    public Map<String, String> toProfile() {
        return toProfile;
    }

    public Map<String, String> toContact() {
        return toContact;
    }

    /** The opt-in that Salesforce is to take; null when it is left alone. */
    public Boolean tellCrm() {
        return tellCrm;
    }

    /** The new base; null when it stays. */
    public Map<String, String> agreed() {
        return agreed;
    }

    /** The new base of the opt-in; null when it stays. */
    public Boolean agreedOptIn() {
        return agreedOptIn;
    }

    /** The new mark of the contact's record; null when it stays. */
    public String seenMark() {
        return seenMark;
    }

    /** Whether the fields were looked at and none is to move, so that nobody need look before the profile changes here. */
    public boolean isLookedAt() {
        return lookedAt && toContact.isEmpty();
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The class of what happens on our side alone; null when nothing does. */
    public Outcome localOutcome() {
        return localOutcome;
    }

    public Reason reason() {
        return reason;
    }

    public String message() {
        return String.join(" ", sentences);
    }

    public List<FieldChange> changes() {
        return changes;
    }
}
