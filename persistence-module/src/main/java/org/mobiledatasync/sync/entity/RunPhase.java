package org.mobiledatasync.sync.entity;

/**
 * What a run is at. A run that is taken over goes on from here.
 */
public enum RunPhase {
    /** Signing in, fetching and checking the export. */
    DOWNLOAD,
    /** Reading the export, chunk by chunk. */
    PULL,
    /** Reading profiles that changed here but are not in the export. */
    CHANGED_HERE,
    /** Sending to Salesforce. */
    PUSH,
    FINISHED
}
