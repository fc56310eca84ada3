package org.mobiledatasync.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.mobiledatasync.platform.entity.Schema;

/**
 * Brings the database to the newest version at start-up, before anything else reads it; refuses the deployment when that
 * fails. Every other start-up bean that needs the database says {@code @DependsOn("SchemaMigrator")}.
 *
 * <p>Several servers may start at once: Flyway lets one migrate while the others wait.
 */
@Singleton
@Startup
@DependsOn("ConfigCheck")
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigrator {

    private static final Logger LOG = Logger.getLogger(SchemaMigrator.class.getName());

    @Resource(lookup = "jdbc/mobiledatasync")
    private DataSource dataSource;

    private Schema schema;

    @PostConstruct
    void migrate() {
        try {
            schema = new Schema(dataSource);
            var scripts = schema.migrate();
            LOG.log(Level.INFO, "event=schema-ready version={0} scripts={1}", new Object[] {schema.version(), scripts});
        } catch (FlywayException e) {
            LOG.log(Level.SEVERE, "event=refused-to-start reason=\"The database cannot be used: {0}\"", e.getMessage());
            throw new IllegalStateException("Mobile Data Sync cannot start: " + e.getMessage(), e);
        }
    }

    /** The version of the newest script that ran. */
    public String version() {
        return schema.version();
    }
}
