package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.OutcomeFilter;
import org.mobiledatasync.sync.entity.OutcomeOrder;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.SettledRecordRepository;
import org.mobiledatasync.sync.entity.SettledRecordRepository.SettledRecord;

/**
 * What a run reported, record by record (R8.3): those with an outcome of their own, and behind them those of settled pairs,
 * which are kept as bits and shown as their profiles are now (ADR 12).
 */
@ApplicationScoped
public class ReportedRecords {
    private RecordOutcomeRepository outcomes;
    private SettledRecordRepository settled;

    protected ReportedRecords() {}

    @Inject
    public ReportedRecords(RecordOutcomeRepository outcomes, SettledRecordRepository settled) {
        this.outcomes = outcomes;
        this.settled = settled;
    }

    /** How many records ended in each class; classes without records are absent. */
    public Map<Outcome, Long> countByOutcome(long runId) {
        Map<Outcome, Long> counts = outcomes.countByOutcome(runId);
        long nothing = settled.count(runId);
        if (nothing > 0) {
            counts.merge(Outcome.NO_NEW_CHANGES, nothing, Long::sum);
        }
        return counts;
    }

    public long count(long runId, OutcomeFilter filter) {
        return outcomes.count(runId, filter) + (takesSettled(filter) ? settled.count(runId, filter.text()) : 0);
    }

    /** One page; the order is one within the records with an outcome of their own, and one within those of settled pairs. */
    public List<RecordOutcome> search(long runId, OutcomeFilter filter, OutcomeOrder order, int first, int size) {
        List<RecordOutcome> page = new ArrayList<>(outcomes.search(runId, filter, order, first, size));
        if (page.size() < size && takesSettled(filter)) {
            long before = page.isEmpty() ? outcomes.count(runId, filter) : first + page.size();
            settled.search(runId, filter.text(), order, Math.max(0, first - before), size - page.size())
                    .forEach(record -> page.add(outcome(runId, record)));
        }
        return page;
    }

    /** Deletes what is older than the moment, at most about the given number. @return whether there may be more */
    boolean deleteOlderThan(OffsetDateTime moment, int size) {
        int gone = outcomes.deleteOlderThan(moment, size);
        int settledGone = settled.deleteOlderThan(moment, size);
        return gone == size || settledGone >= size;
    }

    private static boolean takesSettled(OutcomeFilter filter) {
        return filter.outcome() == null || filter.outcome() == Outcome.NO_NEW_CHANGES;
    }

    private static RecordOutcome outcome(long runId, SettledRecord record) {
        RecordOutcome outcome = new RecordOutcome(
                runId,
                record.contactId().orElse("link:" + record.linkId()),
                Outcome.NO_NEW_CHANGES,
                Reason.SAME_AS_BEFORE.name(),
                Reason.SAME_AS_BEFORE.sentence(),
                record.occurredAt());
        String contactId = record.contactId().orElse(null);
        return record.profile()
                .map(profile -> outcome.of(profile, contactId))
                .orElseGet(() -> outcome.of(null, null, null, null, contactId));
    }
}
