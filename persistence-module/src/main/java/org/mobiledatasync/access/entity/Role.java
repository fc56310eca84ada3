package org.mobiledatasync.access.entity;

/** What a person or an API token may do. Each role may do all that the roles after it may. */
public enum Role {
    /** Everything, credentials, mappings and users included. */
    ADMINISTRATOR,
    /** Reads, runs and repairs; sees no credentials and changes no mappings. */
    OPERATOR,
    /** Reads. */
    VIEWER;

    /** Whether this role may do what {@code needed} may. */
    public boolean covers(Role needed) {
        return compareTo(needed) <= 0;
    }
}
