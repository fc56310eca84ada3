package org.mobiledatasync.sync.web;

import java.util.List;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.Side;

/** One line of the Synchronization Details. */
public record RecordRow(RecordOutcome record, List<FieldChange> changes) {

    static RecordRow of(RecordOutcome record) {
        return new RecordRow(record, FieldChange.fromJson(record.getChanges()));
    }

    public SideEffect onOurSide() {
        return SideEffect.of(Side.PROFILE, record.getOutcome(), changes);
    }

    public SideEffect inSalesforce() {
        return SideEffect.of(Side.CONTACT, record.getOutcome(), changes);
    }
}
