package org.mobiledatasync.sync.control;

import java.time.OffsetDateTime;

/**
 * What became of a contact that a call did not find.
 *
 * @param survivor the living contact that it was merged into, over however many steps; null unless {@link Kind#MERGED}
 * @param lastOptIn what its opt-in said at last; null when Salesforce no longer knows
 * @param goneSince when it was deleted or merged away; null when Salesforce no longer knows, which is after weeks
 */
public record ContactFate(Kind kind, Survivor survivor, Boolean lastOptIn, OffsetDateTime goneSince) {

    enum Kind {
        /** It is there. */
        LIVING,
        /** It was merged into another, which is there. */
        MERGED,
        /** It lies in the bin, or what it was merged into does. */
        DELETED,
        /** Salesforce knows nothing of it: deleted for good, or hidden from the user that signs in. */
        VANISHED
    }

    /**
     * The contact that a merge left.
     *
     * @param contactId in 18 characters
     * @param typedPhone its mobile number as it came; empty when it has none
     * @param phone its mobile number in E.164; null when {@code typedPhone} is not one
     */
    record Survivor(String contactId, String typedPhone, String phone) {

        /** Whether it is known by another number than this one; a contact without a number is not. */
        boolean hasOtherNumberThan(String number) {
            return !typedPhone.isEmpty() && !number.equals(phone);
        }
    }

    static ContactFate living() {
        return new ContactFate(Kind.LIVING, null, null, null);
    }

    static ContactFate vanished() {
        return new ContactFate(Kind.VANISHED, null, null, null);
    }
}
