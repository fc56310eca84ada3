package org.mobiledatasync.sync.control;

import java.util.Objects;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.profile.entity.ProfileField;

/**
 * One field that the three-way merge moves.
 *
 * @param key our name of the field
 * @param pushed whether it has an API field name, so that Salesforce can be told
 * @param required whether a record without it is left out (R3.8)
 * @param onConflict who wins when both sides changed it
 */
public record MergeField(String key, boolean pushed, boolean required, OnConflict onConflict) {

    /**
     * Whether two values count as the same: trimmed already; e-mail without case (R3). How their lines end is no
     * difference: the export, the API and our forms each end them in their own way.
     */
    public boolean same(String one, String other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return ProfileField.EMAIL.key().equals(key)
                ? one.equalsIgnoreCase(other)
                : withPlainLineEnds(one).equals(withPlainLineEnds(other));
    }

    private static String withPlainLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
