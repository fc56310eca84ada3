package org.mobiledatasync.schedule.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.schedule.entity.Job;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.schedule.entity.JobRepository;

/** Claims and releases jobs, each in a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobLedger {
    private static final int LONGEST_MESSAGE = 2000;

    @Inject
    private JobRepository jobs;

    @Inject
    private NodeIdentity node;

    @Inject
    private Leases leases;

    @Inject
    private Clock clock;

    /** A claimed job. */
    public record Claim(Lease lease, JobKind kind, JobWork.Due due) {}

    public List<Long> due() {
        return jobs.findDue(now()).stream().map(Job::getId).toList();
    }

    /** Takes the job, unless another server was faster or it is not due any more. */
    public Optional<Claim> claim(long jobId) {
        return jobs.findForUpdate(jobId).filter(job -> job.isDue(now())).map(job -> {
            boolean takenOver = isTakenOver(job);
            job.claim(node.owner(), now(), Leases.end(clock));
            return new Claim(
                    new Lease(jobId, node.owner(), job.getFencingToken()),
                    job.getKind(),
                    new JobWork.Due(job.getNextRunAt(), job.getIntegrationId(), job.getFailures(), takenOver));
        });
    }

    /** Held to the end of its lease without progress; what a former life of this server held it just gave back. */
    private boolean isTakenOver(Job job) {
        String holder = job.getLeaseOwner();
        boolean ownFormerLife = holder != null && holder.startsWith(node.prefix()) && !holder.equals(node.owner());
        return holder != null && !ownFormerLife;
    }

    /** Renews a lease on its own, for work that is long without writing, such as a download. */
    public void renew(Lease lease) {
        leases.renew(lease);
    }

    /** Ends a claim and plans the next run, if the lease is still held; whoever lost it plans nothing. */
    public void release(Lease lease, boolean succeeded, JobWork.Result result) {
        jobs.findForUpdate(lease.jobId())
                .filter(job -> job.getFencingToken() == lease.fencingToken())
                .ifPresent(job -> {
                    String message = result.message();
                    job.release(
                            succeeded,
                            message == null || message.length() <= LONGEST_MESSAGE
                                    ? message
                                    : message.substring(0, LONGEST_MESSAGE),
                            now());
                    // A person may have asked for a run meanwhile, or moved the time: theirs stands when it is earlier.
                    boolean asked = job.getNextRunAt().isAfter(job.getLastStartedAt());
                    if (result.nextRunAt() == null) {
                        job.setPaused(!asked);
                    } else if (!asked || result.nextRunAt().isBefore(job.getNextRunAt())) {
                        job.setNextRunAt(result.nextRunAt());
                    }
                });
    }

    /** Frees the jobs that a former life of this server held when it died. @return how many */
    public int releaseAbandoned() {
        return jobs.releaseAbandoned(node.prefix(), node.owner(), now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
