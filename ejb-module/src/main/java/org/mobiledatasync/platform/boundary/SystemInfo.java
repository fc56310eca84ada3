package org.mobiledatasync.platform.boundary;

import java.util.List;

/**
 * Facts about one running server.
 *
 * @param version ours
 * @param node the name of this server among several
 * @param java the version of the Java runtime
 * @param database name and version of the database
 * @param schema the number of the newest migration
 * @param secretsUnreadable whether a stored secret could not be read since the start: the key file is the wrong one
 * @param settings every setting; secrets only as set or not set
 */
public record SystemInfo(
        String version,
        String node,
        String java,
        String database,
        String schema,
        boolean secretsUnreadable,
        List<Setting> settings) {

    /** One key of the configuration. */
    public record Setting(String name, String value, String description) {}
}
