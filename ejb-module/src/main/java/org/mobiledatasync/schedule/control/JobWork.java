package org.mobiledatasync.schedule.control;

import java.time.OffsetDateTime;
import org.mobiledatasync.schedule.entity.JobKind;

/** What a feature does when a job of its kind is due. Runs outside any transaction. */
public interface JobWork {

    JobKind kind();

    /**
     * Does the work, renewing the lease on the way.
     *
     * @param dueAt when it should have begun
     * @param integrationId whose job it is; null for jobs of the whole server
     * @return when it is due next
     */
    Result run(Lease lease, OffsetDateTime dueAt, Long integrationId);

    /**
     * @param message for the operator; null when there is nothing to say
     */
    record Result(OffsetDateTime nextRunAt, String message) {}
}
