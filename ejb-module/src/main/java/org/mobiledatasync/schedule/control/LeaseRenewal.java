package org.mobiledatasync.schedule.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps a lease during work that is long without writing: asked again and again, it renews now and then. */
public final class LeaseRenewal implements Runnable {
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final JobLedger jobs;
    private final Lease lease;
    private final Clock clock;
    private Instant last;

    public LeaseRenewal(JobLedger jobs, Lease lease, Clock clock) {
        this.jobs = jobs;
        this.lease = lease;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** @throws LeaseLostException when the lease is not held any more */
    @Override
    public void run() {
        if (last.plus(EVERY).isBefore(clock.instant())) {
            jobs.renew(lease);
            last = clock.instant();
        }
    }
}
