package org.mobiledatasync.integration.entity;

/**
 * Which records of the CRM take part (R2).
 */
public enum SyncType {
    /** Only records whose CRM opt-in is true. */
    CONSERVATIVE,
    /** Both directions, whatever the CRM opt-in says. */
    LIBERAL
}
