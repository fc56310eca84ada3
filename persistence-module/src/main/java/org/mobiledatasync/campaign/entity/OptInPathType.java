package org.mobiledatasync.campaign.entity;

/**
 * How people join through a path.
 */
public enum OptInPathType {
    /** By form, API or CRM sync. */
    WEB,
    /** By texting a keyword. */
    PHONE
}
