package org.mobiledatasync.profile.entity;

/**
 * How a profile first came to us.
 */
public enum FirstSeenType {
    OPT_IN_PATH,
    KEYWORD,
    API,
    CRM_SYNC,
    ADMINISTRATOR,
    IMPORT,
    UNKNOWN
}
