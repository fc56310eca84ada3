package org.mobiledatasync.sync.entity;

/**
 * In which order the details of a run are read; records that are equal in it follow each other as they were reported.
 *
 * @param ascending for {@link Column#REPORTED} always so
 */
public record OutcomeOrder(Column column, boolean ascending) {
    /** As they were reported. */
    public static final OutcomeOrder AS_REPORTED = new OutcomeOrder(Column.REPORTED, true);

    /** What the records can be ordered by. */
    public enum Column {
        REPORTED("o.id", "l.id"),
        PHONE("o.phone", "p.phone"),
        PROFILE_STATUS("o.profileStatus", "p.status"),
        CONSTITUENT_ID("o.constituentId", "l.contactId"),
        TIME("o.occurredAt", "l.id"),
        OUTCOME("o.outcome", "l.id");

        private final String path;
        private final String pairPath;

        Column(String path, String pairPath) {
            this.path = path;
            this.pairPath = pairPath;
        }
    }

    String clause() {
        return column == Column.REPORTED
                ? " order by o.id"
                : " order by " + column.path + (ascending ? "" : " desc") + ", o.id";
    }

    /** Whether settled records, which were reported all at once and in one class, come in another order than by their links. */
    boolean ordersSettled() {
        return !column.pairPath.equals("l.id");
    }

    /** The same order of links l and their profiles p. */
    String pairClause() {
        return ordersSettled()
                ? " order by " + column.pairPath + (ascending ? "" : " desc") + ", l.id"
                : " order by l.id";
    }
}
