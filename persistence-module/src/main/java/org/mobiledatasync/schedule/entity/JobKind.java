package org.mobiledatasync.schedule.entity;

/**
 * The kinds of work that the Heartbeat starts.
 */
public enum JobKind {
    /** An integration's nightly sync. */
    NIGHTLY_SYNC,
    /** An integration's five-minute sync. */
    FIVE_MINUTE_SYNC,
    /** The preview of an integration's nightly sync, only when somebody asks for one. */
    PREVIEW,
    /** Sending of queued messages. */
    OUTBOX,
    /** Deletion of old report details. */
    CLEANUP,
    /** Reading of files of people that somebody imports. */
    PROFILE_IMPORT
}
