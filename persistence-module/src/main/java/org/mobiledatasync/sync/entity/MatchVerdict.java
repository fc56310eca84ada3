package org.mobiledatasync.sync.entity;

/** What a person decided about a contact that shares its number with others. */
public enum MatchVerdict {
    /** It is the number's contact. */
    CHOSEN,
    /** It is not. */
    REJECTED
}
