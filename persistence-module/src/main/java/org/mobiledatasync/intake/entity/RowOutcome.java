package org.mobiledatasync.intake.entity;

/** What becomes, or became, of one line of a file: exactly one. */
public enum RowOutcome {
    /** A new profile. */
    CREATED,
    /** A profile that got new values. */
    CHANGED,
    /** A profile that has all of it already. */
    UNCHANGED,
    /** Cannot be taken; the reason says why. */
    REFUSED
}
