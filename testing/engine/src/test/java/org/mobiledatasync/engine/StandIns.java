package org.mobiledatasync.engine;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.salesforce.control.ParallelCalls;
import org.mobiledatasync.schedule.boundary.JobService;
import org.mobiledatasync.schedule.control.Heartbeat;
import org.mobiledatasync.schedule.entity.JobKind;

/** What stands in for the surroundings of the server. */
final class StandIns {
    private StandIns() {}

    /** The administrator, who does everything. */
    @ApplicationScoped
    static class Administrator extends Caller {
        @Override
        public String name() {
            return "admin";
        }
    }

    /** Does not beat: a history says when what runs. */
    @ApplicationScoped
    static class StillHeart extends Heartbeat {
        @Override
        public void beat() {
            throw new IllegalStateException("nothing runs by itself here");
        }
    }

    /** Makes one call after the other. */
    @ApplicationScoped
    static class CallsInTurn extends ParallelCalls {
        @Override
        public <T> Pending<T> begin(Callable<T> call) {
            FutureTask<T> task = new FutureTask<>(call);
            task.run();
            return new Pending<>(task);
        }
    }

    /** Plans jobs; nothing starts by itself. */
    @Stateless
    static class PlannedJobs extends JobService {
        @Inject
        private Clock clock;

        @Override
        public void runNow(JobKind kind, Long integrationId) {
            plan(kind, integrationId, OffsetDateTime.now(clock));
        }
    }
}
