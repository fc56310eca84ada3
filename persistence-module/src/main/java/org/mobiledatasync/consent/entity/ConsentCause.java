package org.mobiledatasync.consent.entity;

/**
 * By whose word consent changes.
 *
 * @param source where the word comes from
 * @param actor who acted: a user's login, one with an API token's name behind it, or the name of a sync
 * @param evidence what proves it, such as the text of the message or the administrator's reason; null when there is none
 * @param runId the run that acted; null outside a sync
 * @param constituentId the Salesforce record id in question; null outside a sync
 */
public record ConsentCause(ConsentSource source, String actor, String evidence, Long runId, String constituentId) {

    /** The word of a person or a program outside a sync. */
    public static ConsentCause of(ConsentSource source, String actor, String evidence) {
        return new ConsentCause(source, actor, evidence, null, null);
    }

    /** The word of the CRM, brought by a run. */
    public static ConsentCause crm(Long runId, String constituentId, String evidence) {
        return new ConsentCause(ConsentSource.CRM, "sync", evidence, runId, constituentId);
    }

    /** Whether it can end an opt-out: evidence from the person, and said what it is (R4.1). */
    public boolean isFreshEvidence() {
        return source.isFreshEvidence() && evidence != null && !evidence.isBlank();
    }
}
