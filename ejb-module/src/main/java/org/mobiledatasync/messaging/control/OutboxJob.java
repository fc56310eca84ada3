package org.mobiledatasync.messaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.mobiledatasync.schedule.control.JobWork;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.entity.JobKind;

/** Sends what waits in the outbox, every few seconds. */
@ApplicationScoped
public class OutboxJob implements JobWork {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private OutboxDrain outbox;
    private Clock clock;

    protected OutboxJob() {}

    @Inject
    public OutboxJob(OutboxDrain outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.OUTBOX;
    }

    @Override
    public Result run(Lease lease, Due due) {
        outbox.drain();
        return new Result(OffsetDateTime.now(clock).plus(INTERVAL), null);
    }
}
