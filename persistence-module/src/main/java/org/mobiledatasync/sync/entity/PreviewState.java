package org.mobiledatasync.sync.entity;

/** How a preview stands. */
public enum PreviewState {
    /** Asked for, or being made. */
    RUNNING,
    READY,
    /** Salesforce or this server failed; its message says why. */
    FAILED,
    /** Ended before it was through: a person stopped it, or the nightly sync began. */
    STOPPED
}
