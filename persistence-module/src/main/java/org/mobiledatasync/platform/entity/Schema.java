package org.mobiledatasync.platform.entity;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables, as the numbered scripts in {@code db/migration} make them. One set of scripts serves H2 (in PostgreSQL
 * mode) and PostgreSQL.
 */
public final class Schema {

    private final Flyway flyway;

    public Schema(DataSource dataSource) {
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load();
    }

    /**
     * Brings the database to the newest version.
     *
     * @return how many scripts ran; 0 when the database was up to date
     * @throws org.flywaydb.core.api.FlywayException when a script fails, or when the database was made by other scripts
     *     than ours; PostgreSQL and H2 then keep the last version that worked
     */
    public int migrate() {
        return flyway.migrate().migrationsExecuted;
    }

    /** The version of the newest script that ran, such as {@code 2}; "none" in an empty database. */
    public String version() {
        var current = flyway.info().current();
        return current == null ? "none" : current.getVersion().getVersion();
    }

    /** Whether scripts wait that {@link #migrate} would run. */
    public boolean isBehind() {
        return flyway.info().pending().length > 0;
    }
}
