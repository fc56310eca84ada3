package org.mobiledatasync.timeline.entity;

import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * Where one entry stands in a time line.
 *
 * @param id of the consent event, the audit entry or the record's outcome
 */
public record TimelinePosition(TimelineSource source, long id, OffsetDateTime at) {

    /** The newest first; always the same order, so that pages neither repeat nor miss an entry. */
    static final Comparator<TimelinePosition> NEWEST_FIRST = Comparator.comparing(
                    (TimelinePosition position) -> position.at.toInstant())
            .thenComparing(TimelinePosition::source)
            .thenComparing(TimelinePosition::id)
            .reversed();
}
