package org.mobiledatasync.sync.control;

import java.util.Map;

/**
 * One person whose consent the five-minute sync brings to Salesforce.
 *
 * @param changeId the outbound change, and the revision of it that is brought
 * @param attempts how often it was tried before
 * @param optIn what Salesforce is to hold: the profile's state when the batch was read
 * @param values the profile's fields by our name, without the empty ones
 * @param contactId the linked contact; null when not linked yet
 * @param inDoubt whether a contact may have been made for it that can't be found yet (R5.5)
 */
public record PushItem(
        Long changeId,
        int revision,
        int attempts,
        boolean optIn,
        Long profileId,
        String phone,
        Map<String, String> values,
        String contactId,
        boolean inDoubt) {

    /** What identifies it within a run: one attempt to bring one state. */
    public String key() {
        return "change:" + changeId + ":" + revision + ":" + attempts;
    }

    public String email() {
        return values.get("profile_email");
    }

    public boolean isLinked() {
        return contactId != null;
    }
}
