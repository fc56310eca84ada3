package org.mobiledatasync.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mobiledatasync.platform.entity.Schema;
import org.postgresql.ds.PGSimpleDataSource;

/** A database for the server, and an empty one of the same kind for the floors. */
abstract class BenchDatabase implements AutoCloseable {
    final String name;

    private BenchDatabase(String name) {
        this.name = name;
    }

    static BenchDatabase start(String name, Path folder) {
        return switch (name) {
            case "postgresql" -> new PostgreSql();
            case "h2" -> new H2(folder);
            default -> throw new IllegalArgumentException("There is no database " + name + ": h2 or postgresql");
        };
    }

    /** The server's settings for it. */
    abstract Map<String, String> settings();

    /** A connection to the server's database. */
    abstract Connection connect() throws SQLException;

    /** An empty database with our tables. */
    abstract DataSource floor() throws SQLException;

    @Override
    public abstract void close();

    private static final class PostgreSql extends BenchDatabase {
        private final EmbeddedPostgres server;

        PostgreSql() {
            super("postgresql");
            try {
                server = EmbeddedPostgres.builder().start();
                execute("create database bench");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        Map<String, String> settings() {
            return Map.of("DATABASE_URL", url("bench"), "DATABASE_USER", "postgres", "DATABASE_PASSWORD", "postgres");
        }

        @Override
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url("bench"), "postgres", "postgres");
        }

        @Override
        DataSource floor() throws SQLException {
            execute("drop database if exists floor");
            execute("create database floor");
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url("floor") + "?reWriteBatchedInserts=true");
            source.setUser("postgres");
            new Schema(source).migrate();
            return source;
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class H2 extends BenchDatabase {
        private static final String MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

        private final Path folder;
        private int floors;

        H2(Path folder) {
            super("h2");
            this.folder = folder;
        }

        @Override
        Map<String, String> settings() {
            return Map.of("DATABASE_URL", url("bench"), "DATABASE_USER", "bench", "DATABASE_PASSWORD", "bench");
        }

        @Override
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url("bench"), "bench", "bench");
        }

        @Override
        DataSource floor() {
            JdbcDataSource source = new JdbcDataSource();
            floors++;
            source.setURL(url("floor-" + floors));
            new Schema(source).migrate();
            return source;
        }

        /** Whoever opens the file first serves the others: the server, in its own process as always. */
        private String url(String database) {
            return "jdbc:h2:file:" + folder.resolve(database) + MODE + ";AUTO_SERVER=TRUE";
        }

        @Override
        public void close() {
            // the files go with the folder
        }
    }
}
