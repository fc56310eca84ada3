package org.mobiledatasync.schedule.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The only timer. Every 15 seconds it starts what is due.
 *
 * <p>Catches everything: a callback that throws twice is deleted by the container for good, and then nothing would ever
 * be synced again (R7.4). For the same reason it has no transaction that could be marked for rollback.
 */
@Startup
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

    @Inject
    private JobLedger jobs;

    @Inject
    private JobRunner runner;

    @Resource
    private ManagedExecutorService executor;

    @PostConstruct
    void takeUpAbandonedJobs() {
        int abandoned = jobs.releaseAbandoned();
        if (abandoned > 0) {
            LOG.log(Level.INFO, "event=jobs-taken-up-again count={0}", abandoned);
        }
    }

    @Schedule(second = "*/15", minute = "*", hour = "*", persistent = false, info = "heartbeat")
    public void beat() {
        try {
            jobs.due().forEach(this::claimAndRun);
        } catch (Throwable everything) {
            // The next beat is in 15 seconds; the timer must live to see it.
            LOG.log(Level.SEVERE, "event=heartbeat-failed", everything);
        }
    }

    private void claimAndRun(long jobId) {
        jobs.claim(jobId).ifPresent(claim -> executor.submit(() -> runner.run(claim)));
    }
}
