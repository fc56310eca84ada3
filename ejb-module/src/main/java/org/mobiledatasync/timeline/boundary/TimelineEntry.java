package org.mobiledatasync.timeline.boundary;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.Side;
import org.mobiledatasync.timeline.entity.TimelineSource;

/**
 * One thing that happened to a number, and why.
 *
 * @param what the constant for it: a ConsentAction, an Outcome or an AuditAction, as the source says
 * @param subject what was edited, in the words of the audit log; null unless the source is EDIT
 * @param who a login, the name of an API token, or "sync"
 * @param run the run that did it; null outside a sync
 * @param reason the sentence for people; null when there is none
 * @param consent by whose word consent changed; null unless the source is CONSENT
 * @param quietBefore the syncs that met the profile without a change since the entry before this one; null for none
 * @param repeats the runs before that ended in the very same; null for none
 */
public record TimelineEntry(
        OffsetDateTime at,
        TimelineSource source,
        String what,
        String subject,
        String who,
        Run run,
        String reason,
        String constituentId,
        Word consent,
        List<Change> changes,
        Quiet quietBefore,
        Quiet repeats) {

    /** The run that an entry comes from; its kind is null when the run is not kept any more. */
    public record Run(long id, RunKind kind) {}

    /**
     * By whose word consent changed (R4.8).
     *
     * @param source the constant of the ConsentSource
     * @param from status before; null when there was none
     * @param to status after; null when it stayed
     * @param campaign its name; null when every campaign is meant
     */
    public record Word(String source, String evidence, String from, String to, String campaign, String optInPath) {}

    /**
     * One value before and after.
     *
     * @param field our name of the field
     * @param side where the value changed; null for an edit by hand, which is always here
     * @param from null when there was none
     * @param to null when there is none any more
     */
    public record Change(String field, Side side, String from, String to) {}

    /** Several syncs that need only one line. */
    public record Quiet(int syncs, OffsetDateTime first, OffsetDateTime last) {}

    TimelineEntry with(Quiet quiet, Quiet repeated) {
        return new TimelineEntry(
                at, source, what, subject, who, run, reason, constituentId, consent, changes, quiet, repeated);
    }

    /** Whether another run said the very same of the record. */
    boolean isRepeatedBy(TimelineEntry other) {
        return source == TimelineSource.SYNC
                && other.source == TimelineSource.SYNC
                && what.equals(other.what)
                && Objects.equals(reason, other.reason)
                && changes.equals(other.changes);
    }
}
