package org.mobiledatasync.messaging.entity;

/**
 * Where a text stands.
 */
public enum MessageState {
    QUEUED,
    /** Handed to the gateway; the answer is not known yet. */
    SENDING,
    SENT,
    FAILED,
    /** The person opted out before it was sent. */
    CANCELLED,
    /** The server stopped while it was being sent: it may have gone out, so it is not sent again. */
    UNKNOWN
}
