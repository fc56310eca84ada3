package org.mobiledatasync.platform.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.mobiledatasync.platform.control.SchemaMigrator;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.platform.entity.Keyring;

/** What this server is and whether it is well. Changes nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SystemService {

    private static final int ANSWER_WITHIN_SECONDS = 5;

    @Resource(lookup = "jdbc/mobiledatasync")
    private DataSource dataSource;

    @EJB
    private SchemaMigrator schema;

    /** Whether the database answers within five seconds; it was migrated, otherwise we would not be deployed. */
    public boolean isDatabaseReachable() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * The facts that an administrator or a support person asks for.
     *
     * @throws IllegalStateException when the database does not answer
     */
    public SystemInfo info() {
        try (var connection = dataSource.getConnection()) {
            var database = connection.getMetaData();
            return new SystemInfo(
                    version(),
                    Settings.nodeName(),
                    Runtime.version().toString(),
                    database.getDatabaseProductName() + " " + database.getDatabaseProductVersion(),
                    schema.version(),
                    Keyring.current().unreadableReads() > 0,
                    settings());
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
        }
    }

    private static String version() {
        var version = SystemService.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static List<SystemInfo.Setting> settings() {
        return Arrays.stream(Settings.values())
                .map(setting -> new SystemInfo.Setting(setting.name(), setting.shown(), setting.description()))
                .toList();
    }
}
