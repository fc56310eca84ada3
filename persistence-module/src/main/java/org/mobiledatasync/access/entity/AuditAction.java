package org.mobiledatasync.access.entity;

/** What a person did to the subject of an {@link AuditEntry}. */
public enum AuditAction {
    CREATED,
    CHANGED,
    REMOVED,
    /** Something was switched on, such as an integration. */
    ACTIVATED,
    DEACTIVATED,
    /** Something was started or stopped by hand, such as a run. */
    STARTED,
    STOPPED
}
