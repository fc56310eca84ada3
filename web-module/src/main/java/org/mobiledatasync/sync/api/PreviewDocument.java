package org.mobiledatasync.sync.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Preview;
import org.mobiledatasync.sync.entity.PreviewFindings;

/**
 * A preview as a JSON document.
 *
 * @param message why there are no findings; absent when there are
 * @param findings absent until it is ready
 */
public record PreviewDocument(
        String state,
        OffsetDateTime askedAt,
        OffsetDateTime finishedAt,
        long rowsDone,
        long rowsTotal,
        String message,
        Findings findings) {

    /**
     * What the nightly sync would do.
     *
     * @param outcomes how many records would end in each class; classes without records are absent
     * @param contactUpdates contacts that it would write to
     * @param contactReads contacts that it would read first
     * @param optIns opt-ins of new subscribers that Salesforce would be told
     * @param contactCreates contacts that would be made of people who wait, at most
     * @param requests of the Daily API Quota that all of it takes, at most
     * @param samples a few records of each class
     */
    public record Findings(
            long records,
            Map<String, Long> outcomes,
            long newProfiles,
            List<Join> joins,
            long contactUpdates,
            long contactReads,
            long optIns,
            long contactCreates,
            long requests,
            List<Sample> samples) {}

    /** The people who would join through a path; text is WELCOME, CONFIRM or NONE. */
    public record Join(Long optInPathId, String optInPath, String text, long people) {}

    /** One record, as the report of a run would show it. */
    public record Sample(
            String outcome,
            String phone,
            String name,
            String constituentId,
            String message,
            List<FieldChange> changes) {}

    static PreviewDocument of(Preview preview) {
        return new PreviewDocument(
                preview.getState().name(),
                preview.getAskedAt(),
                preview.getFinishedAt(),
                preview.getRowsDone(),
                preview.getRowsTotal(),
                preview.getMessage(),
                Optional.ofNullable(preview.getFindings())
                        .map(PreviewDocument::findings)
                        .orElse(null));
    }

    private static Findings findings(PreviewFindings found) {
        Map<String, Long> counts = new TreeMap<>();
        found.counts().forEach((outcome, count) -> counts.put(outcome.name(), count));
        PreviewFindings.ForSalesforce toSend = found.forSalesforce();
        return new Findings(
                found.records(),
                counts,
                found.newProfiles(),
                found.joins().stream().map(PreviewDocument::join).toList(),
                toSend.updates(),
                toSend.reads(),
                toSend.optIns(),
                toSend.creates(),
                toSend.requests(),
                found.samples().stream().map(PreviewDocument::sample).toList());
    }

    private static Join join(PreviewFindings.Join join) {
        return new Join(join.pathId(), join.path(), join.text().name(), join.people());
    }

    private static Sample sample(PreviewFindings.Sample sample) {
        return new Sample(
                sample.outcome().name(),
                sample.phone(),
                sample.name(),
                sample.contactId(),
                sample.message(),
                sample.changes());
    }
}
