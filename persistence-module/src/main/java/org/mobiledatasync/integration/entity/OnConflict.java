package org.mobiledatasync.integration.entity;

/**
 * Who wins when both sides changed one field differently (R3.6).
 */
public enum OnConflict {
    /** Nobody: the record is left alone until a person decides. */
    ASK,
    SALESFORCE,
    MOBILE
}
