package org.mobiledatasync.messaging.entity;

/**
 * Why a text is sent.
 */
public enum MessageKind {
    /** Greets a new subscriber; once per profile and path. */
    WELCOME,
    /** Asks to confirm a double opt-in. */
    CONFIRM
}
