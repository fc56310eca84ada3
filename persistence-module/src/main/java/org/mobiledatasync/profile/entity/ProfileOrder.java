package org.mobiledatasync.profile.entity;

/** In which order profiles are listed. Each has an index, and ends in the id, so that pages neither repeat nor miss one. */
public enum ProfileOrder {
    NEWEST("p.id desc"),
    LAST_NAME("p.lastName, p.id"),
    PHONE("p.phone"),
    EMAIL("p.email, p.id"),
    UPDATED("p.updatedAt desc, p.id desc");

    private final String clause;

    ProfileOrder(String clause) {
        this.clause = clause;
    }

    String clause() {
        return " order by " + clause;
    }
}
