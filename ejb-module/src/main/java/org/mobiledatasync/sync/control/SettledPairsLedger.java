package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.LinkIds;
import org.mobiledatasync.sync.entity.SettledLinks;
import org.mobiledatasync.sync.entity.SettledLinks.SettledLink;
import org.mobiledatasync.sync.entity.SettledRecordRepository;
import org.mobiledatasync.sync.entity.SyncRun;
import org.mobiledatasync.sync.entity.SyncRunRepository;

/** Finds the pairs that are settled ({@link SettledPairs}), and reports their records. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SettledPairsLedger {
    @Inject
    private SettledLinks settled;

    @Inject
    private SettledRecordRepository records;

    @Inject
    private CrmLinkRepository links;

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
        if (run.isTakenUpAgain() && !found.isEmpty()) {
            links.findMet(run.getIntegrationId(), runId).forEach(found::remove);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        run.saw(records.add(runId, found, now));
        run.setProgressAt(now);
    }
}
