package org.mobiledatasync.sync.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The three-way merge of one record (R3): base, profile and contact, field by field.
 *
 * <p>All maps are by our field name and hold trimmed values; an empty value is absent. With any conflict nothing moves
 * (R3.6).
 *
 * @param toProfile values that the profile takes from the contact
 * @param toContact values that the contact takes from the profile
 * @param agreed the base once both sides have taken theirs
 * @param conflicts fields that both sides changed, left to a person
 */
public record FieldMerge(
        Map<String, String> toProfile,
        Map<String, String> toContact,
        Map<String, String> agreed,
        List<Conflict> conflicts) {

    /**
     * A field that both sides changed differently.
     *
     * @param base the value that both had; null when they never agreed on one
     */
    public record Conflict(String field, String base, String profile, String contact) {}

    /**
     * @param fields the fields that the contact was read with; others are left alone
     * @param base what both sides held when last in sync; null on the first link
     */
    public static FieldMerge of(
            Collection<MergeField> fields,
            Map<String, String> base,
            Map<String, String> profile,
            Map<String, String> contact) {
        Map<String, String> knownBase = base == null ? Map.of() : base;
        FieldMerge merge =
                new FieldMerge(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(knownBase), new ArrayList<>());
        for (MergeField field : fields) {
            merge.add(field, knownBase.get(field.key()), profile.get(field.key()), contact.get(field.key()));
        }
        return merge.conflicts.isEmpty()
                ? merge
                : new FieldMerge(Map.of(), Map.of(), new TreeMap<>(knownBase), merge.conflicts);
    }

    public boolean isConflict() {
        return !conflicts.isEmpty();
    }

    /** Whether neither side has anything to take. */
    public boolean isNothing() {
        return conflicts.isEmpty() && toProfile.isEmpty() && toContact.isEmpty();
    }

    private void add(MergeField field, String base, String profile, String contact) {
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
            settle(field, base, profile, contact);
        }
    }

    private void settle(MergeField field, String base, String profile, String contact) {
        switch (field.onConflict()) {
            case SALESFORCE -> take(field, contact);
            case MOBILE -> push(field, profile);
            case ASK -> conflicts.add(new Conflict(field.key(), base, profile, contact));
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
