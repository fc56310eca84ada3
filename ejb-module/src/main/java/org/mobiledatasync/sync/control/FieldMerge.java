package org.mobiledatasync.sync.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mobiledatasync.integration.entity.OnConflict;

/**
 * The three-way merge of one record (R3): base, profile and contact, field by field.
 *
 * <p>All maps are by our field name and hold trimmed values; an empty value is absent. With any conflict nothing moves
 * (R3.6).
 *
 * @param toProfile values that the profile takes from the contact
 * @param toContact values that the contact takes from the profile
 * @param agreed the base once both sides have taken theirs
 * @param conflicts fields that both sides changed, left to a person; those too that the person has chosen for, as long as
 *     one is open
 * @param chosen fields that both sides changed and that move as a person chose
 */
public record FieldMerge(
        Map<String, String> toProfile,
        Map<String, String> toContact,
        Map<String, String> agreed,
        List<Conflict> conflicts,
        List<Conflict> chosen) {

    /**
     * A field that both sides changed differently.
     *
     * @param base the value that both had; null when they never agreed on one
     */
    public record Conflict(String field, String base, String profile, String contact) {}

    /** {@link #of(Collection, Map, Map, Map, ConflictChoices)} where no person chose anything. */
    public static FieldMerge of(
            Collection<MergeField> fields,
            Map<String, String> base,
            Map<String, String> profile,
            Map<String, String> contact) {
        return of(fields, base, profile, contact, ConflictChoices.NONE);
    }

    /**
     * @param fields the fields that the contact was read with; others are left alone
     * @param base what both sides held when last in sync; null on the first link
     * @param choices what a person chose for fields in conflict
     */
    public static FieldMerge of(
            Collection<MergeField> fields,
            Map<String, String> base,
            Map<String, String> profile,
            Map<String, String> contact,
            ConflictChoices choices) {
        Map<String, String> knownBase = base == null ? Map.of() : base;
        FieldMerge merge = new FieldMerge(
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(knownBase), new ArrayList<>(), new ArrayList<>());
        for (MergeField field : fields) {
            merge.add(field, knownBase.get(field.key()), profile.get(field.key()), contact.get(field.key()), choices);
        }
        if (merge.conflicts.isEmpty()) {
            return merge;
        }
        List<Conflict> all = new ArrayList<>(merge.conflicts);
        all.addAll(merge.chosen);
        return new FieldMerge(Map.of(), Map.of(), new TreeMap<>(knownBase), all, List.of());
    }

    public boolean isConflict() {
        return !conflicts.isEmpty();
    }

    /** The names of the fields, for people. */
    static String names(List<Conflict> conflicts) {
        return String.join(", ", conflicts.stream().map(Conflict::field).toList());
    }

    /** Whether neither side has anything to take. */
    public boolean isNothing() {
        return conflicts.isEmpty() && toProfile.isEmpty() && toContact.isEmpty();
    }

    /** The first field whose value is longer than the profile can hold (R3.7). */
    public Optional<String> tooLong() {
        return toProfile.entrySet().stream()
                .filter(taken -> taken.getValue().length() > ProfileValues.maxLength(taken.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void add(MergeField field, String base, String profile, String contact, ConflictChoices choices) {
        boolean profileChanged = !field.same(profile, base);
        boolean contactChanged = !field.same(contact, base);
        if (field.same(profile, contact)) {
            agree(field, contact);
        } else if (contact == null) {
            // Empty never erases (R3.1): what the contact lacks is sent, unless the contact dropped what we still hold.
            if (profileChanged) {
                push(field, profile);
            }
        } else if (profile == null) {
            if (contactChanged) {
                take(field, contact);
            }
        } else if (!profileChanged) {
            take(field, contact);
        } else if (!contactChanged) {
            push(field, profile);
        } else {
            settle(field, new Conflict(field.key(), base, profile, contact), choices);
        }
    }

    private void settle(MergeField field, Conflict conflict, ConflictChoices choices) {
        boolean decided =
                field.onConflict() == OnConflict.ASK && choices.has(conflict.field, conflict.profile, conflict.contact);
        if (decided) {
            chosen.add(conflict);
        }
        switch (decided ? choices.side(conflict.field) : field.onConflict()) {
            case SALESFORCE -> take(field, conflict.contact);
            case MOBILE -> push(field, conflict.profile);
            case ASK -> conflicts.add(conflict);
        }
    }

    private void agree(MergeField field, String value) {
        if (value == null) {
            agreed.remove(field.key());
        } else {
            agreed.put(field.key(), value);
        }
    }

    private void take(MergeField field, String value) {
        toProfile.put(field.key(), value);
        agreed.put(field.key(), value);
    }

    private void push(MergeField field, String value) {
        if (field.pushed()) {
            toContact.put(field.key(), value);
            agreed.put(field.key(), value);
        }
    }
}
