package org.mobiledatasync.sync.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;

/**
 * What became of one {@link PushItem}.
 *
 * @param contactId the contact, now linked; null when there is none
 * @param confirmed whether Salesforce holds the opt-in now
 * @param agreed what a new contact was made with, by our field name; null unless it was made now
 * @param retryAfter when to try again; null when the change is done with
 */
public record PushResult(
        PushItem item,
        Outcome outcome,
        Reason reason,
        String message,
        String contactId,
        boolean confirmed,
        Map<String, String> agreed,
        Duration retryAfter,
        List<FieldChange> changes) {

    /** Salesforce holds it; the change is done with. */
    static PushResult sent(PushItem item, String contactId, Outcome outcome, Reason reason, List<FieldChange> changes) {
        return new PushResult(item, outcome, reason, reason.sentence(), contactId, true, null, null, changes);
    }

    /** A contact was made; the change is done with. */
    static PushResult made(PushItem item, String contactId, Map<String, String> with, List<FieldChange> changes) {
        return new PushResult(
                item,
                Outcome.CONTACT_CREATED,
                Reason.CONTACT_MADE,
                Reason.CONTACT_MADE.sentence(),
                contactId,
                true,
                with,
                null,
                changes);
    }

    /** Nothing is to be sent; the change is done with. */
    static PushResult dropped(PushItem item, Outcome outcome, Reason reason) {
        return new PushResult(item, outcome, reason, reason.sentence(), null, false, null, null, List.of());
    }

    /** It did not go; tried again later. */
    static PushResult later(PushItem item, Outcome outcome, Reason reason, String message, Duration after) {
        return new PushResult(item, outcome, reason, message, null, false, null, after, List.of());
    }
}
