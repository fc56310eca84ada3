package org.mobiledatasync.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Proves that an entity comes back from the database as it went in. */
public final class RoundTrip {

    private RoundTrip() {}

    /**
     * Fails when a field of the entity was changed on its way.
     *
     * @param stored what was persisted
     * @param read another instance of the same row
     */
    public static void assertSame(Object stored, Object read) {
        assertThat(read).isNotSameAs(stored);
        assertThat(stored)
                .usingRecursiveComparison()
                .withComparatorForType(OffsetDateTime.timeLineOrder(), OffsetDateTime.class)
                .isEqualTo(read);
    }

    /** Fails when a column of the only row of the table is NULL: then the test did not fill the entity. */
    public static void assertEveryColumnIsFilled(TestDatabase database, String table) {
        var empty = new ArrayList<String>();
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select * from " + table)) {
            assertThat(row.next()).as("a row in " + table).isTrue();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                if (row.getObject(column) == null) {
                    empty.add(row.getMetaData().getColumnName(column));
                }
            }
            assertThat(row.next()).as("a second row in " + table).isFalse();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(empty)
                .as("columns of " + table + " that nothing was stored in")
                .isEqualTo(List.of());
    }
}
