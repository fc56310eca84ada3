package org.mobiledatasync.engine;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.mobiledatasync.access.control.Caller;
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
