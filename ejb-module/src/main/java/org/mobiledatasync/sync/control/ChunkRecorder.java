package org.mobiledatasync.sync.control;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.platform.control.TransactionRetry;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;

/**
 * Gets a chunk recorded. Again when a person changed one of its profiles meanwhile; record by record when it still does
 * not go, so that a single bad one is reported and does not hold the run up for ever.
 */
@ApplicationScoped
public class ChunkRecorder {
    private static final Logger LOG = Logger.getLogger(ChunkRecorder.class.getName());

    private NightlyLedger ledger;
    private RunLedger runs;

    protected ChunkRecorder() {}

    @Inject
    public ChunkRecorder(NightlyLedger ledger, RunLedger runs) {
        this.ledger = ledger;
        this.runs = runs;
    }

    /** @param done how many rows of the export are done with this chunk */
    void record(Lease lease, long runId, SyncPlan plan, SyncRules rules, List<Entry> chunk, long done) {
        if (recorded(lease, runId, plan, rules, chunk, done)) {
            return;
        }
        long before = runs.get(runId).getCursor();
        for (Entry entry : chunk) {
            if (!recorded(lease, runId, plan, rules, List.of(entry), before)) {
                ledger.reportFault(lease, runId, entry);
            }
        }
        runs.update(lease, runId, run -> run.setCursor(done));
    }

    private boolean recorded(Lease lease, long runId, SyncPlan plan, SyncRules rules, List<Entry> chunk, long done) {
        try {
            TransactionRetry.run(() -> ledger.record(lease, runId, plan, rules, chunk, done));
            return true;
        } catch (EJBException fault) {
            LOG.log(Level.WARNING, fault, () -> "event=chunk-not-recorded run=" + runId + " records=" + chunk.size());
            return false;
        }
    }
}
