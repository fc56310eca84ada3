package org.mobiledatasync.campaign.entity;

/**
 * Whether the person takes part in the campaign.
 */
public enum SubscriptionStatus {
    /** The double opt-in is not answered yet: nothing but its question may be sent. */
    PENDING,
    ACTIVE,
    OPTED_OUT
}
