package org.mobiledatasync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floor of the first import writes into our tables past our code: a new column must not be missed there. */
class InsertFloorTest {
    private static final int ROWS = 20;

    @Test
    @DisplayName("the floor writes each person's rows into the tables as they are now")
    void writesEveryRow(@TempDir Path folder) throws SQLException {
        try (BenchDatabase database = BenchDatabase.start("h2", folder);
                Connection connection = database.floor().getConnection()) {
            assertThat(new InsertFloor().measure(connection, ROWS)).isPositive();
            try (ResultSet count = connection.createStatement().executeQuery("select count(*) from record_outcome")) {
                count.next();
                assertThat(count.getInt(1)).isEqualTo(ROWS);
            }
        }
    }
}
