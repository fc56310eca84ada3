package org.mobiledatasync.sync.control;

import java.time.OffsetDateTime;
import org.mobiledatasync.sync.control.ContactFate.Kind;

/**
 * What becomes of a pair whose contact a call did not find (ADR 7). Decides only; changes nothing.
 *
 * @param act what becomes of the pair
 * @param reason why, for the report
 * @param optsOut whether the person had opted out in the contact before it went, and we did not know yet (R4.2)
 * @param optsPartnerOut whether the profile that has the survivor is opted out with it
 * @param changeStays whether a change of consent that waits is still to be brought
 */
record GoneDecision(Act act, Reason reason, boolean optsOut, boolean optsPartnerOut, boolean changeStays) {

    enum Act {
        /** It stays, and is looked at again. */
        STAY,
        /** The profile is paired with the survivor of the merge. */
        MOVE,
        /** It ends: the profile is as one that was never paired. */
        PART
    }

    /**
     * The pair.
     *
     * @param phone the profile's number in E.164
     * @param optedOut whether the profile said STOP
     * @param optInWaits whether an opt-in is to be brought to the contact
     * @param optInAt when the person last opted in by their own word; null when never
     * @param baseOptIn what both sides last held; null when never
     * @param survivorTaken whether the survivor belongs to another profile
     * @param young whether it was made so lately that Salesforce may not show the contact yet
     */
    record Pair(
            String phone,
            boolean optedOut,
            boolean optInWaits,
            OffsetDateTime optInAt,
            Boolean baseOptIn,
            boolean survivorTaken,
            boolean young) {}

    static GoneDecision of(ContactFate fate, Pair pair) {
        boolean leftThere = Boolean.TRUE.equals(pair.baseOptIn)
                && Boolean.FALSE.equals(fate.lastOptIn())
                && !pair.optedOut
                && !pair.optInWaits;
        return switch (fate.kind()) {
            case LIVING -> stay();
            case VANISHED -> pair.young ? stay() : part(Reason.VANISHED_FROM_SALESFORCE, fate, pair, false);
            case DELETED -> part(Reason.DELETED_IN_SALESFORCE, fate, pair, leftThere);
            case MERGED -> merged(fate, pair, leftThere);
        };
    }

    private static GoneDecision stay() {
        return new GoneDecision(Act.STAY, Reason.NOT_FOUND_THIS_TIME, false, false, true);
    }

    private static GoneDecision merged(ContactFate fate, Pair pair, boolean leftThere) {
        if (pair.survivorTaken) {
            boolean out = pair.optedOut || leftThere;
            // The survivor takes the opt-out over; it goes out with its own profile's change.
            return new GoneDecision(
                    Act.PART,
                    Reason.MERGED_WITH_ANOTHER,
                    leftThere,
                    out,
                    pair.optInWaits && isNewerThan(fate, pair.optInAt));
        }
        if (pair.optInWaits && fate.survivor().hasOtherNumberThan(pair.phone)) {
            return part(Reason.MERGED_INTO_OTHER_NUMBER, fate, pair, false);
        }
        return new GoneDecision(Act.MOVE, Reason.MERGED_IN_SALESFORCE, leftThere, false, true);
    }

    /** An opt-out is still looked for elsewhere; of opt-ins only a word given since makes a contact again. */
    private static GoneDecision part(Reason reason, ContactFate fate, Pair pair, boolean leftThere) {
        return new GoneDecision(
                Act.PART, reason, leftThere, false, !pair.optInWaits || isNewerThan(fate, pair.optInAt));
    }

    private static boolean isNewerThan(ContactFate fate, OffsetDateTime optInAt) {
        return optInAt != null
                && (fate.kind() == Kind.VANISHED || fate.goneSince() == null || optInAt.isAfter(fate.goneSince()));
    }
}
