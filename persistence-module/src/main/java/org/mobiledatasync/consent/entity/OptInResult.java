package org.mobiledatasync.consent.entity;

/** What became of an attempt to opt somebody in. */
public enum OptInResult {
    /** The subscription is active; the Welcome message is on its way. */
    OPTED_IN,
    /** Double opt-in: asked, not answered yet. */
    ASKED,
    /** Was active already, or the CRM may not take the person in again (R4.5). */
    UNCHANGED,
    /** The person said STOP (R4.1); the attempt is noted. */
    BLOCKED
}
