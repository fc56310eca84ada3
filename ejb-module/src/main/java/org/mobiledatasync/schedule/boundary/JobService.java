package org.mobiledatasync.schedule.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mobiledatasync.schedule.control.Heartbeat;
import org.mobiledatasync.schedule.entity.Job;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.schedule.entity.JobRepository;

/** Plans the jobs of an integration: their times, pauses, and runs asked for by hand, which take the same way (R7.5). */
@Stateless
public class JobService {
    @Inject
    private JobRepository jobs;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    public Optional<Job> find(JobKind kind, Long integrationId) {
        return jobs.find(kind, integrationId);
    }

    /** Keeps everyone else from claiming or planning the job until the caller's transaction ends. */
    public void lock(JobKind kind, Long integrationId) {
        jobs.find(kind, integrationId).ifPresent(job -> jobs.findForUpdate(job.getId()));
    }

    /** Sets when a job runs next, and lets it run; makes it when it is not there. */
    public void plan(JobKind kind, Long integrationId, OffsetDateTime nextRunAt) {
        Optional<Job> known = jobs.find(kind, integrationId);
        if (known.isPresent()) {
            known.get().setNextRunAt(nextRunAt);
            known.get().setPaused(false);
        } else {
            jobs.add(new Job(kind, integrationId, nextRunAt));
        }
    }

    /** Lets a job rest; what it is at ends by itself, or when a server is back that takes it up. */
    public void pause(JobKind kind, Long integrationId) {
        jobs.find(kind, integrationId).ifPresent(job -> job.setPaused(true));
    }

    /** Makes a job due at once: it begins as soon as the caller's transaction is committed. */
    public void runNow(JobKind kind, Long integrationId) {
        plan(kind, integrationId, OffsetDateTime.now(clock));
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    executor.submit(heartbeat::beat);
                }
            }
        });
    }
}
