package org.mobiledatasync.schedule.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.schedule.entity.JobRepository;

/** Renews leases inside the transactions that write under them. */
@ApplicationScoped
public class Leases {
    private JobRepository jobs;
    private Clock clock;

    protected Leases() {}

    @Inject
    public Leases(JobRepository jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Proves that the lease is still held and prolongs it. The row stays locked until the caller's transaction ends, so
     * that nobody claims the job while it is being written to.
     *
     * @throws LeaseLostException when it is not; the transaction is rolled back
     */
    public void renew(Lease lease) {
        if (!jobs.renew(lease.jobId(), lease.owner(), lease.fencingToken(), end(clock))) {
            throw new LeaseLostException(lease);
        }
    }

    static OffsetDateTime end(Clock clock) {
        return OffsetDateTime.now(clock).plus(Settings.LEASE_MINUTES.minutes());
    }
}
