package org.mobiledatasync.sync.control;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.sync.control.ContactPushLedger.Waiting;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.Side;

/** How the records are reported that were held back until their update was sent (R3.9, R8). */
final class UpdateOutcomes {
    private static final String LATER = " The update of the contact's fields waits for a later run.";

    private UpdateOutcomes() {}

    /** Whether what was sent is all that was decided. */
    static boolean isWhole(ContactUpdate update, Waiting sent) {
        return !sent.fields().isEmpty() || update.getFields().isEmpty();
    }

    /** Salesforce answered. */
    static RecordOutcome answered(ContactUpdate update, Waiting sent, WriteResult result, OffsetDateTime now) {
        if (!result.isWritten()) {
            String sentence = Reason.REFUSED_BY_SALESFORCE.sentence(result.said());
            return outcome(update, Outcome.PROCESSING_ERROR, Reason.REFUSED_BY_SALESFORCE.name(), sentence, now)
                    .withChanges(update.getChanges());
        }
        boolean whole = isWhole(update, sent);
        String message = update.getMessage() + (whole ? "" : LATER);
        return outcome(update, update.getOutcome(), update.getReason(), message, now)
                .withChanges(
                        whole
                                ? update.getChanges()
                                : only(
                                        update,
                                        change -> change.side() == Side.PROFILE
                                                || change.field().equals(FieldMapping.OPT_IN)));
    }

    /** It was never sent, and we changed something on our side. */
    static RecordOutcome left(ContactUpdate update, OffsetDateTime now) {
        return outcome(update, update.getLocalOutcome(), update.getReason(), update.getMessage() + LATER, now)
                .withChanges(update.getChanges());
    }

    /** It was not sent since its profile and its contact were no pair any more. */
    static RecordOutcome parted(ContactUpdate update, OffsetDateTime now) {
        Outcome outcome = update.getLocalOutcome() == null ? Outcome.NO_EXPORT : update.getLocalOutcome();
        Reason why = Reason.PARTED_MEANWHILE;
        return outcome(update, outcome, why.name(), why.sentence(), now)
                .withChanges(only(update, change -> change.side() == Side.PROFILE));
    }

    private static RecordOutcome outcome(
            ContactUpdate update, Outcome outcome, String reason, String message, OffsetDateTime now) {
        return new RecordOutcome(update.getRunId(), update.getContactId(), outcome, reason, message, now);
    }

    private static String only(ContactUpdate update, Predicate<FieldChange> which) {
        List<FieldChange> changes = FieldChange.fromJson(update.getChanges());
        return FieldChange.toJson(changes.stream().filter(which).toList());
    }
}
