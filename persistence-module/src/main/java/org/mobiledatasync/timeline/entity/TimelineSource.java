package org.mobiledatasync.timeline.entity;

/** By what an entry of a time line is known. At one moment the later constants stand above the earlier ones. */
public enum TimelineSource {
    /** Consent changed, or an attempt was refused. */
    CONSENT,
    /** A person changed values, or decided an open question. */
    EDIT,
    /** A sync met the record and did something, or could not. */
    SYNC
}
