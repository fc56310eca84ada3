package org.mobiledatasync.sync.web;

import java.util.List;
import java.util.Set;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.Side;

/** One line of the Synchronization Details. */
public record RecordRow(RecordOutcome record, List<FieldChange> changes) {
    /** Reasons of records that stay out because several contacts have their number (R1.4, R1.5). */
    private static final Set<String> SHARED_NUMBER =
            Set.of("SHARED_NUMBER", "SEVERAL_CONTACTS", "OTHER_CONTACT_CHOSEN", "NO_CONTACT_CHOSEN");

    static RecordRow of(RecordOutcome record) {
        return new RecordRow(record, FieldChange.fromJson(record.getChanges()));
    }

    /** Whether a person can choose between the two sides. */
    public boolean isConflict() {
        return record.getOutcome() == Outcome.FIELD_CONFLICT;
    }

    /** Whether a person can choose among contacts. */
    public boolean isSharedNumber() {
        return SHARED_NUMBER.contains(record.getReason());
    }

    public SideEffect onOurSide() {
        return SideEffect.of(Side.PROFILE, record.getOutcome(), changes);
    }

    public SideEffect inSalesforce() {
        return SideEffect.of(Side.CONTACT, record.getOutcome(), changes);
    }
}
