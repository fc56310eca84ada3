package org.mobiledatasync.intake.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.intake.entity.RowOutcome;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;

/**
 * What becomes of the values of one line.
 *
 * @param changes what the profile gets, by what it has; empty unless something changes
 */
record RowDecision(RowOutcome outcome, List<AuditChange> changes) {

    /** Decides about a line that can be taken. @param known the profile of its number; null when there is none */
    static RowDecision of(RowReading row, Profile known, boolean overwrite) {
        List<AuditChange> changes = new ArrayList<>();
        row.fields()
                .forEach((field, value) ->
                        add(changes, field.key(), known == null ? null : field.read(known), value, overwrite));
        Map<String, String> kept = known == null ? Map.of() : known.getCustomFields();
        row.customFields().forEach((name, value) -> add(changes, name, kept.get(name), value, overwrite));
        if (known == null) {
            return new RowDecision(RowOutcome.CREATED, changes);
        }
        return new RowDecision(changes.isEmpty() ? RowOutcome.UNCHANGED : RowOutcome.CHANGED, changes);
    }

    private static void add(List<AuditChange> changes, String field, String has, String gets, boolean overwrite) {
        if (has == null || has.isBlank() || overwrite) {
            AuditChange.of(field, has, gets).ifPresent(changes::add);
        }
    }

    /** Writes the changes into the profile. */
    void write(Profile profile) {
        Map<String, String> custom = new TreeMap<>(profile.getCustomFields());
        for (AuditChange change : changes) {
            ProfileField.ofKey(change.field())
                    .ifPresentOrElse(
                            field -> field.write(profile, change.to()), () -> custom.put(change.field(), change.to()));
        }
        if (!custom.equals(profile.getCustomFields())) {
            profile.setCustomFields(custom);
        }
    }
}
