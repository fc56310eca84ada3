package org.mobiledatasync.access.entity;

import java.util.Objects;
import java.util.Optional;

/**
 * One field before and after.
 *
 * @param field its name as the screens show it
 * @param from empty when there was no value
 * @param to empty when there is none any more
 */
public record AuditChange(String field, String from, String to) {

    private static final String CHANGED = "changed";

    public AuditChange {
        from = from == null ? "" : from;
        to = to == null ? "" : to;
    }

    /** The change of a field, or empty when it stayed the same. */
    public static Optional<AuditChange> of(String field, Object from, Object to) {
        var change = new AuditChange(field, Objects.toString(from, ""), Objects.toString(to, ""));
        return change.from.equals(change.to) ? Optional.empty() : Optional.of(change);
    }

    /** The change of a secret: that it changed, not what it was. */
    public static AuditChange ofSecret(String field) {
        return new AuditChange(field, "", CHANGED);
    }
}
