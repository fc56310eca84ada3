package org.mobiledatasync.sync.entity;

/** Where a contact was seen that shares its number with others. */
public enum MatchSource {
    /** The nightly sync's export (R1.5). */
    EXPORT,
    /** The five-minute sync's search for the contact of a person (R1.4). */
    SEARCH
}
