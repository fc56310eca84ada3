package org.mobiledatasync.sync.entity;

/**
 * Who started a run.
 */
public enum RunTrigger {
    TIMER,
    PERSON
}
