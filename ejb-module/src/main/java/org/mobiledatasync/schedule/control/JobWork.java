package org.mobiledatasync.schedule.control;

import java.time.OffsetDateTime;
import org.mobiledatasync.schedule.entity.JobKind;

/** What a feature does when a job of its kind is due. Runs outside any transaction. */
public interface JobWork {

    JobKind kind();

    /**
     * Does the work, renewing the lease on the way.
     *
     * @return when it is due next
     */
    Result run(Lease lease, Due due);

    /**
     * What is due.
     *
     * @param at when it should have begun
     * @param integrationId whose job it is; null for jobs of the whole server
     * @param failures how often it failed in a row by a fault of ours
     * @param takenOver whether it was taken from a server that held it and made no progress
     */
    record Due(OffsetDateTime at, Long integrationId, int failures, boolean takenOver) {}

    /**
     * @param nextRunAt null when it rests until somebody asks for it
     * @param message for the operator; null when there is nothing to say
     */
    record Result(OffsetDateTime nextRunAt, String message) {}
}
