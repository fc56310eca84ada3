package org.mobiledatasync.sync.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.RecordOutcome;

/** One record of a run as a JSON document. */
public record RecordDocument(
        Long profileId,
        String phone,
        String firstName,
        String lastName,
        String email,
        String profileStatus,
        String constituentId,
        String outcome,
        String reason,
        String message,
        List<FieldChange> changes,
        OffsetDateTime at) {

    static RecordDocument of(RecordOutcome record) {
        return new RecordDocument(
                record.getProfileId(),
                record.getPhone(),
                record.getFirstName(),
                record.getLastName(),
                record.getEmail(),
                record.getProfileStatus(),
                record.getConstituentId(),
                record.getOutcome().name(),
                record.getReason(),
                record.getMessage(),
                FieldChange.fromJson(record.getChanges()),
                record.getOccurredAt());
    }
}
