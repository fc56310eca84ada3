package org.mobiledatasync.consent.entity;

/**
 * What happened to the consent.
 */
public enum ConsentAction {
    OPT_IN,
    OPT_IN_REQUESTED,
    OPT_OUT,
    SUPPRESSED,
    SUPPRESSION_LIFTED,
    RESUBSCRIBE_BLOCKED,
    /** The profile was deleted; its number stays suppressed if it was. */
    PROFILE_DELETED
}
