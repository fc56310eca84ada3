package org.mobiledatasync.sync.control;

import org.mobiledatasync.sync.entity.Outcome;

/**
 * What becomes of one record's consent (R4). No mapping overrides it, and a conflict of fields does not stop it.
 *
 * @param act what the profile's consent does
 * @param tellCrm the opt-in that Salesforce is to take; null when it is to be left alone
 * @param agreed the opt-in that both sides hold afterwards, without {@code tellCrm}; null when they don't agree yet
 * @param outcome the class that the consent alone would give; null when nothing moved, or when joining, whose class
 *     depends on the path
 */
public record ConsentMerge(Act act, Boolean tellCrm, Boolean agreed, Outcome outcome) {

    public enum Act {
        NONE,
        /** The person opted out in Salesforce (R4.2). */
        OPT_OUT,
        /** The person joins through the opt-in path (R4.5). */
        SUBSCRIBE,
        /** Salesforce wants somebody in who said STOP: noted, refused (R4.1). */
        REFUSE
    }

    private static final ConsentMerge NOTHING = new ConsentMerge(Act.NONE, null, null, null);

    /**
     * The consent of both sides.
     *
     * @param optedOut opted out here, or the number is suppressed
     * @param active takes part in a campaign here
     * @param asked a double opt-in waits for its answer
     * @param mayJoin the opt-in path would take the person in: there is one, and the person never was in its campaign
     * @param exportPending the five-minute sync has a change of this person to bring
     * @param base what both sides last agreed on; null when never
     * @param crm what Salesforce says
     * @param taken whether the record takes part: Liberal, or opted in (R2)
     */
    public record Sides(
            boolean optedOut,
            boolean active,
            boolean asked,
            boolean mayJoin,
            boolean exportPending,
            Boolean base,
            boolean crm,
            boolean taken) {}

    public static ConsentMerge of(Sides sides) {
        boolean wasIn = Boolean.TRUE.equals(sides.base);
        if (wasIn && !sides.crm) {
            return sides.optedOut ? agree(false) : new ConsentMerge(Act.OPT_OUT, null, false, Outcome.OPTED_OUT_CRM);
        }
        if (sides.optedOut) {
            return ofOptedOut(sides, wasIn);
        }
        if (sides.taken && sides.mayJoin) {
            return new ConsentMerge(Act.SUBSCRIBE, null, sides.crm ? true : null, null);
        }
        if (sides.active && !sides.crm) {
            // R4.4; what the five-minute sync has in hand is its own to bring and to report.
            return sides.exportPending ? NOTHING : new ConsentMerge(Act.NONE, true, null, Outcome.OPT_IN_EXPORTED);
        }
        if (sides.asked) {
            return new ConsentMerge(Act.NONE, null, sides.crm, Outcome.DEFERRED_SUBSCRIPTION);
        }
        return agree(sides.crm);
    }

    private static ConsentMerge ofOptedOut(Sides sides, boolean wasIn) {
        if (sides.crm) {
            if (sides.exportPending) {
                return NOTHING;
            }
            // R4.3. True before and still: our opt-out never arrived. True anew: somebody wants the person back in.
            return wasIn
                    ? new ConsentMerge(Act.NONE, false, null, Outcome.OPT_OUT_EXPORTED)
                    : new ConsentMerge(Act.REFUSE, false, null, Outcome.RE_SUBSCRIBE_BLOCKED);
        }
        boolean wanted = sides.taken && sides.base == null;
        return wanted ? new ConsentMerge(Act.REFUSE, null, false, Outcome.RE_SUBSCRIBE_BLOCKED) : agree(false);
    }

    /** The reason that goes with the outcome. */
    Reason reason() {
        return switch (outcome) {
            case OPTED_OUT_CRM -> Reason.OPTED_OUT_IN_CRM;
            case OPT_IN_EXPORTED -> Reason.OPT_IN_SENT;
            case OPT_OUT_EXPORTED -> Reason.OPT_OUT_SENT;
            case RE_SUBSCRIBE_BLOCKED -> Reason.STOPPED_BEFORE;
            default -> Reason.WAITING_FOR_ANSWER;
        };
    }

    private static ConsentMerge agree(boolean optIn) {
        return new ConsentMerge(Act.NONE, null, optIn, null);
    }
}
