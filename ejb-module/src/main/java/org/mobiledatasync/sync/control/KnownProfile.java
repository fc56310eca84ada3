package org.mobiledatasync.sync.control;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/**
 * What we know of a person when a record of Salesforce is decided.
 *
 * @param phone in E.164
 * @param values the mapped fields by our name, trimmed; empty values are absent
 * @param optedOut opted out, or the number is suppressed (R4.1)
 * @param active takes part in at least one campaign
 * @param asked a double opt-in waits for its answer
 * @param campaigns campaigns the person is or was in (R4.5)
 * @param link the link with the contact that the person is paired with; null when not linked
 * @param exportPending a change of consent waits for the five-minute sync (R5.1)
 */
public record KnownProfile(
        Long id,
        String phone,
        Map<String, String> values,
        boolean optedOut,
        boolean active,
        boolean asked,
        Set<Long> campaigns,
        KnownLink link,
        boolean exportPending) {

    /**
     * A pair and its base.
     *
     * @param contactId in 18 characters
     * @param base the values both sides had when last in sync; null when they never agreed
     * @param baseOptIn the opt-in both sides had; null when they never agreed
     * @param seenMark the mark of the contact's record when last seen; null when never
     * @param syncedAt when the base was written
     */
    public record KnownLink(
            String contactId, Map<String, String> base, Boolean baseOptIn, String seenMark, OffsetDateTime syncedAt) {}

    public boolean isLinked() {
        return link != null;
    }

    public boolean isLinkedTo(String contactId) {
        return link != null && link.contactId().equals(contactId);
    }
}
