package org.mobiledatasync.profile.entity;

/**
 * What a profile may be sent. Written by the consent feature only.
 */
public enum ProfileStatus {
    /** At least one subscription is active. */
    ACTIVE_SUBSCRIBER,
    /** Never subscribed, or a double opt-in is not answered yet. */
    NO_SUBSCRIPTIONS,
    /** Said STOP, here or in the CRM: no text, and no sync or import may change that (R4.1). */
    OPTED_OUT,
    /** The number can't receive texts. */
    UNDELIVERABLE
}
