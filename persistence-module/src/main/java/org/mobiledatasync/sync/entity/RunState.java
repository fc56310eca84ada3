package org.mobiledatasync.sync.entity;

/**
 * Where a run stands.
 */
public enum RunState {
    RUNNING,
    COMPLETED,
    /** Every record has its outcome, some of them are errors. */
    COMPLETED_WITH_ERRORS,
    /** The day's requests are used up; what is left waits for the next day (R6.4). */
    QUOTA_REACHED,
    /** The connection failed; nothing is half-done. */
    FAILED,
    /** Stopped by a person or by deactivation. */
    STOPPED,
    /** Records seen and outcomes differ (R8.1): a fault of ours. */
    UNBALANCED
}
