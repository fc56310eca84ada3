package org.mobiledatasync.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.mobiledatasync.platform.entity.Schema;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The databases that we support, each started once per JVM, at its first use, with the schema of the real scripts. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource start() {
            var dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:mobiledatasync;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;"
                    + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
            return dataSource;
        }

        @Override
        void truncate(Statement statement, Iterable<String> tables) throws SQLException {
            statement.execute("set referential_integrity false");
            for (var table : tables) {
                statement.execute("truncate table " + table);
            }
            statement.execute("set referential_integrity true");
        }
    },

    POSTGRESQL {
        @Override
        DataSource start() throws IOException {
            var source = new PGConnectionPoolDataSource();
            source.setUrl(EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres"));
            source.setReWriteBatchedInserts(true);
            // A connection of its own for every transaction would take longer than the transaction.
            return JdbcConnectionPool.create(source);
        }

        @Override
        void truncate(Statement statement, Iterable<String> tables) throws SQLException {
            statement.execute("truncate table " + String.join(", ", tables));
        }
    };

    private DataSource dataSource;
    private EntityManagerFactory entityManagerFactory;

    abstract DataSource start() throws IOException;

    abstract void truncate(Statement statement, Iterable<String> tables) throws SQLException;

    public synchronized DataSource dataSource() {
        if (dataSource == null) {
            try {
                dataSource = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            new Schema(dataSource).migrate();
        }
        return dataSource;
    }

    public synchronized EntityManagerFactory entityManagerFactory() {
        if (entityManagerFactory == null) {
            entityManagerFactory = Persistence.createEntityManagerFactory(
                    "mobiledatasync",
                    Map.of(
                            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                            "jakarta.persistence.jtaDataSource", "",
                            "jakarta.persistence.nonJtaDataSource", dataSource(),
                            // Tests of refusals would fill the console with stack traces.
                            "eclipselink.logging.level", "OFF"));
        }
        return entityManagerFactory;
    }

    /** Empties every table of ours; the schema stays. */
    public void clear() {
        var tables = new ArrayList<String>();
        try (var connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select table_name from information_schema.tables where"
                    + " table_schema = 'public' and table_type = 'BASE TABLE'"
                    + " and table_name <> 'flyway_schema_history'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            if (!tables.isEmpty()) {
                truncate(statement, tables);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be emptied", e);
        }
    }
}
