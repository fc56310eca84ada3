package org.mobiledatasync.schedule.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does one claimed job and releases it, whatever happens on the way. */
@ApplicationScoped
public class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());
    private static final Duration AFTER_A_FAULT_OF_OURS = Duration.ofMinutes(5);

    private Instance<JobWork> works;
    private JobLedger jobs;
    private Clock clock;

    protected JobRunner() {}

    @Inject
    public JobRunner(@Any Instance<JobWork> works, JobLedger jobs, Clock clock) {
        this.works = works;
        this.jobs = jobs;
        this.clock = clock;
    }

    public void run(JobLedger.Claim claim) {
        try {
            JobWork work = works.stream()
                    .filter(candidate -> candidate.kind() == claim.kind())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No work for " + claim.kind()));
            jobs.release(claim.lease(), true, work.run(claim.lease(), claim.due()));
        } catch (LeaseLostException lost) {
            LOG.log(Level.WARNING, "event=lease-lost job={0} kind={1}", new Object[] {
                claim.lease().jobId(), claim.kind()
            });
        } catch (Throwable fault) {
            // Last line of defence: the job stays due, and what it was at goes on from its cursor.
            LOG.log(
                    Level.SEVERE,
                    fault,
                    () -> "event=job-failed job=" + claim.lease().jobId() + " kind=" + claim.kind());
            giveUpForNow(claim, fault);
        }
    }

    private void giveUpForNow(JobLedger.Claim claim, Throwable fault) {
        try {
            OffsetDateTime next = OffsetDateTime.now(clock).plus(AFTER_A_FAULT_OF_OURS);
            jobs.release(claim.lease(), false, new JobWork.Result(next, String.valueOf(fault.getMessage())));
        } catch (RuntimeException databaseAway) {
            // The lease then ends by itself and the job is taken over.
            LOG.log(Level.WARNING, "event=job-not-released", databaseAway);
        }
    }
}
