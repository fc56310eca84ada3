package org.mobiledatasync.sync.control;

import java.util.Map;
import org.mobiledatasync.integration.entity.OnConflict;

/**
 * What a person chose for the fields of one pair in conflict (R3.6).
 *
 * <p>A choice holds for exactly the two values that the person saw. When either changed since, it is none.
 *
 * @param byField by our field name
 */
public record ConflictChoices(Map<String, Choice> byField) {
    public static final ConflictChoices NONE = new ConflictChoices(Map.of());

    /**
     * @param side whose value wins: MOBILE or SALESFORCE
     * @param mark by which the two values are known again
     */
    public record Choice(OnConflict side, String mark) {}

    /** Whether a person chose for these two values. */
    public boolean has(String field, String profile, String contact) {
        Choice choice = byField.get(field);
        return choice != null && choice.mark.equals(mark(profile, contact));
    }

    /** Whose value wins; to be asked only where a person {@link #has} chosen. */
    public OnConflict side(String field) {
        return byField.get(field).side;
    }

    /** By what two values in conflict are known again. */
    public static String mark(String profile, String contact) {
        return new RowMark().add(profile).add(contact).hex();
    }
}
