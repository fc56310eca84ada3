package org.mobiledatasync.timeline.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.mobiledatasync.access.entity.AuditEntry;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Change;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Run;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Word;
import org.mobiledatasync.timeline.entity.TimelineSource;

/** Tells what each source keeps in the one form of a time line. */
final class EntryWording {
    private static final String SYNC = "sync";

    private final Map<Long, String> campaigns;
    private final Map<Long, String> paths;
    private final LongFunction<Optional<SyncRun>> runs;

    /** @param campaigns names by id; those of {@code paths} too */
    EntryWording(Map<Long, String> campaigns, Map<Long, String> paths, LongFunction<Optional<SyncRun>> runs) {
        this.campaigns = campaigns;
        this.paths = paths;
        this.runs = runs;
    }

    TimelineEntry of(ConsentEvent event) {
        Word word = new Word(
                event.getSource().name(),
                event.getEvidence(),
                event.getOldStatus(),
                event.getNewStatus(),
                event.getCampaignId() == null ? null : campaigns.get(event.getCampaignId()),
                event.getOptInPathId() == null ? null : paths.get(event.getOptInPathId()));
        return new TimelineEntry(
                event.getOccurredAt(),
                TimelineSource.CONSENT,
                event.getAction().name(),
                null,
                event.getActor(),
                run(event.getRunId()),
                null,
                event.getConstituentId(),
                word,
                List.of(),
                null,
                null);
    }

    TimelineEntry of(AuditEntry edit) {
        return new TimelineEntry(
                edit.getAt(),
                TimelineSource.EDIT,
                edit.getAction().name(),
                edit.getKind(),
                edit.getWho(),
                null,
                null,
                null,
                null,
                edit.getChanges().stream()
                        .map(change -> new Change(change.field(), null, given(change.from()), given(change.to())))
                        .toList(),
                null,
                null);
    }

    TimelineEntry of(RecordOutcome outcome) {
        return new TimelineEntry(
                outcome.getOccurredAt(),
                TimelineSource.SYNC,
                outcome.getOutcome().name(),
                null,
                SYNC,
                run(outcome.getRunId()),
                outcome.getMessage(),
                outcome.getConstituentId(),
                null,
                FieldChange.fromJson(outcome.getChanges()).stream()
                        .map(change -> new Change(change.field(), change.side(), change.from(), change.to()))
                        .toList(),
                null,
                null);
    }

    private Run run(Long id) {
        return id == null
                ? null
                : new Run(id, runs.apply(id).map(SyncRun::getKind).orElse(null));
    }

    private static String given(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
