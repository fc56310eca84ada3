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
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.LinkIds;
import org.mobiledatasync.sync.entity.RecordOutcomeRepository;
import org.mobiledatasync.sync.entity.SettledLinks;
import org.mobiledatasync.sync.entity.SettledLinks.SettledLink;
import org.mobiledatasync.sync.entity.SettledRecordRepository;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** Finds the pairs that are settled ({@link SettledPairs}), and reports their records. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SettledPairsLedger {
    private static final int CHUNK = 1_000;

    @Inject
    private SettledLinks settled;

    @Inject
    private SettledRecordRepository records;

    @Inject
    private CrmLinkRepository links;

    @Inject
    private RecordOutcomeRepository outcomes;

    @Inject
    private ContactUpdateRepository updates;

    @Inject
    private SyncRunRepository runs;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    /** Gives the pairs that are settled, and were so before the export was asked for. */
    public void forEach(SyncPlan plan, SyncRules rules, Consumer<SettledLink> pair) {
        settled.forEach(plan.integrationId(), rules.asOf(), pair);
    }

    /**
     * Reports the records of settled pairs, all at once: nothing but the run's own record is written.
     *
     * <p>A run that was begun by another server may have decided some of them before, when they were not settled yet.
     */
    public void report(Lease lease, long runId, LinkIds found) {
        leases.renew(lease);
        SyncRun run = runs.get(runId);
        if (run.isTakenUpAgain()) {
            withoutReported(run, found);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        run.saw(records.add(runId, found, now));
        run.setProgressAt(now);
    }

    private void withoutReported(SyncRun run, LinkIds found) {
        long[] ids = found.toArray();
        for (int from = 0; from < ids.length; from += CHUNK) {
            List<CrmLink> chunk = links.findByIds(
                    LongStream.of(ids).skip(from).limit(CHUNK).boxed().toList());
            List<String> contacts = chunk.stream().map(CrmLink::getContactId).toList();
            Set<String> met = new HashSet<>(outcomes.keysAmong(run.getId(), contacts));
            met.addAll(updates.contactsAmong(run.getId(), contacts));
            chunk.stream()
                    .filter(link -> met.contains(link.getContactId()))
                    .forEach(link -> found.remove(link.getId()));
        }
    }
}
