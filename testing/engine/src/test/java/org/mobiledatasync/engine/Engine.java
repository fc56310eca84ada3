package org.mobiledatasync.engine;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Set;
import org.jboss.weld.environment.se.Weld;
import org.mobiledatasync.schedule.boundary.JobService;
import org.mobiledatasync.schedule.control.JobLedger;
import org.mobiledatasync.schedule.control.JobRunner;
import org.mobiledatasync.schedule.entity.JobKind;

/**
 * One server: the real beans of the engine over a database, without a container around them. Jobs run when they are told
 * to, in the thread of the caller.
 */
final class Engine implements AutoCloseable {
    private final Life life = new Life();
    private final SeContainer beans;

    Engine(EntityManagerFactory factory, Clock clock) {
        beans = new Weld()
                .addProperty(Weld.ADDITIONAL_BEAN_DEFINING_ANNOTATIONS_PROPERTY, Set.of(Stateless.class))
                .addExtension(new Container(new Transactions(factory, life), clock))
                .initialize();
        get(JobLedger.class).releaseAbandoned();
    }

    <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    /** Whether nobody holds a job of an integration. */
    boolean isFree(JobKind kind, long integrationId) {
        long job = get(JobService.class).find(kind, integrationId).orElseThrow().getId();
        get(JobService.class).runNow(kind, integrationId);
        return get(JobLedger.class).due().contains(job);
    }

    /** Does a claimed job to its end. */
    void run(JobLedger.Claim claim) {
        get(JobRunner.class).run(claim);
    }

    /** The same, with the server killed at a moment of its life. @return whether the job was done before */
    boolean runUntilKilled(JobLedger.Claim claim, int moments) {
        life.endAfter(moments);
        try {
            run(claim);
            return true;
        } catch (ServerKilled killed) {
            return false;
        } finally {
            life.endNever();
        }
    }

    /** Makes a job of an integration due and claims it. */
    JobLedger.Claim claim(JobKind kind, long integrationId) {
        JobService planned = get(JobService.class);
        planned.runNow(kind, integrationId);
        long job = planned.find(kind, integrationId).orElseThrow().getId();
        return get(JobLedger.class).claim(job).orElseThrow();
    }

    @Override
    public void close() {
        beans.close();
    }
}
