package org.mobiledatasync.schedule.control;

import jakarta.ejb.ApplicationException;

/** Another server has taken the job over: whoever meets this stops at once and writes nothing more. */
@ApplicationException(rollback = true)
public class LeaseLostException extends RuntimeException {

    LeaseLostException(Lease lease) {
        super("The lease of job " + lease.jobId() + " with token " + lease.fencingToken() + " is lost.");
    }
}
