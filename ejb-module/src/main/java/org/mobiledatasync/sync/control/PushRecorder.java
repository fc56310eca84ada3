package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.platform.control.TransactionRetry;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.sync.control.ConsentPush.Work;

/**
 * Gets recorded what became of people that the five-minute sync brought; again when the nightly sync, which may work on
 * the same pairs, was quicker (R5.6): an answer that is not recorded is asked for a second time.
 */
@ApplicationScoped
public class PushRecorder {
    private PushLedger ledger;
    private Quota quota;

    protected PushRecorder() {}

    @Inject
    public PushRecorder(PushLedger ledger, Quota quota) {
        this.ledger = ledger;
        this.quota = quota;
    }

    /** @param requests how many records the calls since the last time moved */
    void record(Work work, List<PushResult> results, long requests) {
        long calls = work.counter().take();
        TransactionRetry.run(() -> ledger.record(work.lease(), work.runId(), results, calls, requests));
        quota.note(work.plan().integrationId(), work.counter());
    }
}
