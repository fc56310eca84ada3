package org.mobiledatasync.campaign.entity;

/**
 * Where a campaign or an opt-in path stands: only an active one takes people in.
 */
public enum LifeStage {
    PENDING,
    ACTIVE,
    ENDED
}
