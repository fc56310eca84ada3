package org.mobiledatasync.intake.entity;

/** What becomes, or became, of the consent that a line brings. */
public enum RowConsent {
    /** Subscribed. */
    OPTED_IN,
    /** Double opt-in: asked to confirm. */
    ASKED,
    /** Was, or is, in the campaign: nothing to do (R4.5). */
    MEMBER,
    /** Said STOP: stays out, whatever the file says (R4.1). */
    BLOCKED
}
