package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.sync.entity.PreviewRepository;

/** Deletes old report details and previews, a small transaction at a time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CleanupLedger {
    private static final int STEP = 1000;

    @Inject
    private ReportedRecords records;

    @Inject
    private PreviewRepository previews;

    @Inject
    private Leases leases;

    /** @return whether there may be more details */
    public boolean deleteSome(Lease lease, OffsetDateTime olderThan) {
        leases.renew(lease);
        previews.deleteOlderThan(olderThan);
        return records.deleteOlderThan(olderThan, STEP);
    }
}
