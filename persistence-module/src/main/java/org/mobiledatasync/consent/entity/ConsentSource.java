package org.mobiledatasync.consent.entity;

/**
 * Where a change of consent comes from.
 */
public enum ConsentSource {
    /** The person texted a keyword. */
    KEYWORD(true),
    /** The person undid an accidental STOP. */
    OOPS(true),
    /** The person filled in a sign-up form. */
    WEB_FORM(true),
    /** An administrator recorded the person's consent, with the reason. */
    ADMINISTRATOR(true),
    /** An API call that names no evidence of the person's own. */
    API(false),
    /** A file of people. */
    IMPORT(false),
    /** A sync with the CRM. */
    CRM(false);

    private final boolean freshEvidence;

    ConsentSource(boolean freshEvidence) {
        this.freshEvidence = freshEvidence;
    }

    /** Whether it is evidence from the person, the only thing that ends an opt-out (R4.1). */
    public boolean isFreshEvidence() {
        return freshEvidence;
    }
}
