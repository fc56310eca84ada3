package org.mobiledatasync.sync.entity;

/**
 * Which sync.
 */
public enum RunKind {
    /** The nightly sync: Salesforce's updates in, profile changes out. */
    NIGHTLY,
    /** The five-minute sync: opt-ins and opt-outs out. */
    PUSH
}
