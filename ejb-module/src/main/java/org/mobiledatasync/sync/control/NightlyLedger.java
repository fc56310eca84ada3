package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.SettledRecordRepository;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/**
 * Records one chunk of the nightly sync in one fenced transaction: profiles, links, consent, outcomes, cursor (R7.1).
 *
 * <p>Decides on what the transaction itself reads: when a person changes a profile of the chunk meanwhile, its version
 * makes the commit fail, and the caller records the chunk again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NightlyLedger {
    @Inject
    private SyncRunRepository runs;

    @Inject
    private RecordOutcomeRepository outcomes;

    @Inject
    private ContactUpdateRepository updates;

    @Inject
    private ChunkLoader loader;

    @Inject
    private SettledRecordRepository settled;

    @Inject
    private EffectsWriter writer;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    /**
     * A record of a chunk.
     *
     * @param key what identifies it within the run; no run reports a key twice
     * @param phoneShared whether another contact of the same export has its number too
     * @param rowMark by which its rows of the export are known again; null when it has none
     */
    public record Entry(String key, ContactRecord contact, boolean phoneShared, String rowMark) {
        /** The contact whose first row this is. */
        static Entry of(ExportRow row, ContactRecords records, ExportIndex index) {
            String contactId = records.contactId(row);
            return new Entry(
                    contactId == null ? "row:" + row.number() : contactId,
                    records.of(index.rowsOf(row), index.phone(row)),
                    index.isShared(row),
                    index.mark(row));
        }
    }

    /**
     * Decides the entries and carries out what is ours to do; what Salesforce must take is kept for the sending.
     *
     * @param cursor how many rows of the export are done with this chunk
     */
    public void record(Lease lease, long runId, SyncPlan plan, SyncRules rules, List<Entry> entries, long cursor) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        List<Entry> fresh = unreported(run, entries);
        ChunkState state = loader.load(
                plan.integrationId(), fresh.stream().map(Entry::contact).toList());
        List<EffectsWriter.Decided> decided = fresh.stream()
                .map(entry -> new EffectsWriter.Decided(
                        entry.key(),
                        entry.contact(),
                        RecordDecision.decide(
                                rules, entry.contact(), state.around(entry.contact(), entry.phoneShared()))))
                .toList();
        writer.write(run, plan, state, decided);
        SettledPairs.settle(
                rules,
                state,
                fresh,
                decided.stream().map(EffectsWriter.Decided::effects).toList());
        run.saw(fresh.size());
        run.setCursor(cursor);
        run.setProgressAt(OffsetDateTime.now(clock));
    }

    /** Reports an entry that a fault of ours keeps from being recorded, so that one record never stops all others. */
    public void reportFault(Lease lease, long runId, Entry entry) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        if (unreported(run, List.of(entry)).isEmpty()) {
            return;
        }
        ContactRecord contact = entry.contact();
        outcomes.add(new RecordOutcome(
                        runId,
                        entry.key(),
                        Outcome.UNABLE_TO_UPDATE,
                        Reason.FAULT_OF_OURS.name(),
                        Reason.FAULT_OF_OURS.sentence(),
                        OffsetDateTime.now(clock))
                .of(contact.typedPhone(), null, null, null, contact.contactId()));
        run.saw(1);
    }

    /** Without what the run has met already, before a crash or in an export that it had to fetch again. */
    private List<Entry> unreported(SyncRun run, List<Entry> entries) {
        List<String> keys = entries.stream().map(Entry::key).toList();
        Set<String> met = new HashSet<>(outcomes.keysAmong(run.getId(), keys));
        met.addAll(updates.contactsAmong(run.getId(), keys));
        if (run.isTakenUpAgain()) {
            met.addAll(settled.contactsAmong(run.getId(), keys));
        }
        return entries.stream().filter(entry -> !met.contains(entry.key())).toList();
    }
}
