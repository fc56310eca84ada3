package org.mobiledatasync.sync.entity;

/**
 * The two systems that a sync keeps alike.
 */
public enum Side {
    /** Our list. */
    PROFILE,
    /** Salesforce. */
    CONTACT
}
