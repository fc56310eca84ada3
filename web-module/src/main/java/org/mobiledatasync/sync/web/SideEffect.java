package org.mobiledatasync.sync.web;

import java.util.List;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

/** What a record's class and its changes mean for one side. */
public enum SideEffect {
    CREATED,
    UPDATED,
    OPTED_IN,
    OPTED_OUT,
    WAITING,
    /** Nothing, or the record was left alone. */
    NONE;

    static SideEffect of(Side side, Outcome outcome, List<FieldChange> changes) {
        SideEffect effect = side == Side.PROFILE ? onOurSide(outcome) : inSalesforce(outcome);
        boolean leftAlone = outcome.needsAttention() || outcome == Outcome.NO_IMPORT || outcome == Outcome.NO_EXPORT;
        if (effect == NONE && !leftAlone && changes.stream().anyMatch(change -> change.side() == side)) {
            return UPDATED;
        }
        return effect;
    }

    private static SideEffect onOurSide(Outcome outcome) {
        return switch (outcome) {
            case PROFILE_CREATED -> CREATED;
            case PROFILE_UPDATED, PROFILE_AND_CONTACT_UPDATED -> UPDATED;
            case OPTED_IN_CRM -> OPTED_IN;
            case OPTED_OUT_CRM -> OPTED_OUT;
            case DEFERRED_SUBSCRIPTION -> WAITING;
            default -> NONE;
        };
    }

    private static SideEffect inSalesforce(Outcome outcome) {
        return switch (outcome) {
            case CONTACT_CREATED -> CREATED;
            case CONTACT_UPDATED, PROFILE_AND_CONTACT_UPDATED -> UPDATED;
            case OPT_IN_EXPORTED -> OPTED_IN;
            case OPT_OUT_EXPORTED -> OPTED_OUT;
            default -> NONE;
        };
    }
}
