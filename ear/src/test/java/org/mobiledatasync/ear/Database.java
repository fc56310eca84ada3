package org.mobiledatasync.ear;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL with role and database as {@code server-config/postgresql/create-database.sql} makes them. */
final class Database implements AutoCloseable {
    private static final String NAME = "mobiledatasync";
    private static final String PASSWORD = "it's secret: ${PATH}";

    private final EmbeddedPostgres server;

    Database(Path script) {
        try {
            server = EmbeddedPostgres.start();
            try (var superuser = server.getPostgresDatabase().getConnection();
                    var statement = superuser.createStatement()) {
                for (String sql : statements(script)) {
                    statement.execute(sql);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does psql's part: leaves out its prompt and fills in the password. */
    private static String[] statements(Path script) throws IOException {
        return Files.readString(script)
                .replaceAll("(?m)^(--|\\\\).*$", "")
                .replace(":'password'", "'" + PASSWORD.replace("'", "''") + "'")
                .strip()
                .split(";");
    }

    /** What the server needs to know. */
    Map<String, String> settings() {
        return Map.of("DATABASE_URL", url(), "DATABASE_USER", NAME, "DATABASE_PASSWORD", PASSWORD);
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    /** The one number that a query finds. */
    long number(String query) {
        try (Connection connection = DriverManager.getConnection(url(), NAME, PASSWORD);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), NAME, PASSWORD);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
