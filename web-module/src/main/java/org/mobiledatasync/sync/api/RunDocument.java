package org.mobiledatasync.sync.api;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * A run as a JSON document.
 *
 * @param outcomes how many records ended in each class; classes without records are absent
 * @param balance records seen less records reported; anything but 0 is a fault of ours (R8.1)
 * @param footerRows lines after the table of the export, outside the balance
 * @param pending what waits for a later run
 * @param takeovers how often it was taken from a server that made no progress
 */
public record RunDocument(
        Long id,
        Long integrationId,
        String kind,
        String state,
        String phase,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt,
        long seen,
        Map<String, Long> outcomes,
        long balance,
        long footerRows,
        long rowsDone,
        long rowsTotal,
        long apiCalls,
        long quotaUsed,
        long pending,
        int takeovers,
        String message) {

    static RunDocument of(SyncRun run, Map<Outcome, Long> outcomes) {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome.name(), count));
        return new RunDocument(
                run.getId(),
                run.getIntegrationId(),
                run.getKind().name(),
                run.getState().name(),
                run.getPhase().name(),
                run.getStartedAt(),
                run.getFinishedAt(),
                run.getSeen(),
                counts,
                run.isRunning() ? 0 : run.balance(),
                run.getFooterRows(),
                run.getCursor(),
                run.getRowsTotal(),
                run.getApiCalls(),
                run.getQuotaUsed(),
                run.getPending(),
                run.getTakeovers(),
                run.getMessage());
    }
}
