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
        REPORTED("o.id"),
        PHONE("o.phone"),
        PROFILE_STATUS("o.profileStatus"),
        CONSTITUENT_ID("o.constituentId"),
        TIME("o.occurredAt"),
        OUTCOME("o.outcome");

        private final String path;

        Column(String path) {
            this.path = path;
        }
    }

    String clause() {
        return column == Column.REPORTED
                ? " order by o.id"
                : " order by " + column.path + (ascending ? "" : " desc") + ", o.id";
    }
}
