package org.mobiledatasync.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rows of a first import cost when they are only written: a JDBC batch per table and 500 people, committed as the
 * sync commits.
 */
final class InsertFloor {
    private static final int BATCH = 500;
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "1 profile",
            "id, phone, first_name, last_name, email, street1, city, state, postal_code, country, status,"
                    + " first_seen_type, first_seen_at, created_at, updated_at, version",
            "2 crm_link",
            "id, integration_id, profile_id, contact_id, base_values, based, base_opt_in, seen_row, synced_at,"
                    + " fields_synced_at, created_at, version",
            "3 subscription",
            "id, profile_id, campaign_id, opt_in_path_id, status, source, created_at, activated_at, version",
            "4 consent_event",
            "id, phone, profile_id, campaign_id, opt_in_path_id, occurred_at, actor, action, new_status, source,"
                    + " run_id, constituent_id",
            "5 outgoing_message",
            "id, profile_id, phone, campaign_id, opt_in_path_id, kind, message_text, state, not_before, created_at,"
                    + " state_at",
            "6 record_outcome",
            "id, run_id, outcome, reason, message, record_key, profile_id, phone, first_name, last_name, email,"
                    + " profile_status, constituent_id, changes, occurred_at"));

    private final OffsetDateTime now = OffsetDateTime.now();

    /** @param connection to an empty database with our tables. @return seconds */
    double measure(Connection connection, int rows) throws SQLException {
        connection.setAutoCommit(false);
        parents(connection);
        long start = System.nanoTime();
        List<PreparedStatement> inserts = new ArrayList<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            String columns = table.getValue();
            inserts.add(
                    connection.prepareStatement("insert into " + table.getKey().substring(2) + " (" + columns
                            + ") values (" + columns.replaceAll("[^,]+", "?") + ")"));
        }
        for (int from = 0; from < rows; from += BATCH) {
            for (int table = 0; table < inserts.size(); table++) {
                PreparedStatement insert = inserts.get(table);
                for (int row = from; row < Math.min(rows, from + BATCH); row++) {
                    bind(insert, values(table, row));
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Object[] values(int table, int row) {
        long id = row + 1L;
        String phone = ExportFile.e164(row);
        String contact = ExportFile.contactId(row) + "AAA";
        String email = "person." + row + "@example.org";
        return switch (table) {
            case 0 ->
                new Object[] {
                    id,
                    phone,
                    "Ada",
                    "Carter",
                    email,
                    "12 Rosa Parks Way",
                    "Chicago",
                    "IL",
                    "60601",
                    "US",
                    "ACTIVE_SUBSCRIBER",
                    "CRM_SYNC",
                    now,
                    now,
                    now,
                    1
                };
            case 1 -> new Object[] {id, 1L, id, contact, base(email), true, true, "0".repeat(32), now, now, now, 1};
            case 2 -> new Object[] {id, id, 1L, 1L, "ACTIVE", "CRM", now, now, 1};
            case 3 -> new Object[] {id, phone, id, 1L, 1L, now, "system", "OPT_IN", "ACTIVE", "CRM", 1L, contact};
            case 4 -> new Object[] {id, id, phone, 1L, 1L, "WELCOME", "Welcome!", "QUEUED", now, now, now};
            default ->
                new Object[] {
                    id,
                    1L,
                    "PROFILE_CREATED",
                    "CREATED",
                    "The profile was made.",
                    contact,
                    id,
                    phone,
                    "Ada",
                    "Carter",
                    email,
                    "ACTIVE_SUBSCRIBER",
                    contact,
                    "[" + base(email) + "," + base(email) + "]",
                    now
                };
        };
    }

    private static String base(String email) {
        return "{\"address_city\":\"Chicago\",\"address_country\":\"US\",\"address_postal_code\":\"60601\","
                + "\"address_street_1\":\"12 Rosa Parks Way\",\"profile_email\":\"" + email
                + "\",\"profile_first_name\":\"Ada\",\"profile_last_name\":\"Carter\",\"state\":\"IL\"}";
    }

    private static void bind(PreparedStatement insert, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }

    /** What the rows point at. */
    private static void parents(Connection connection) throws SQLException {
        String now = "current_timestamp";
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into campaign (id, name, status, created_at, version) values (1, 'Floor', 'ACTIVE', " + now
                            + ", 1)");
            statement.execute("insert into opt_in_path (id, campaign_id, name, type, status, double_opt_in, created_at,"
                    + " version) values (1, 1, 'Floor', 'WEB', 'ACTIVE', false, " + now + ", 1)");
            statement.execute(
                    "insert into integration (id, name, active, sync_type, auth_method, time_zone, nightly_at,"
                            + " default_region, created_at, version) values (1, 'Floor', false, 'CONSERVATIVE', 'SOAP', 'UTC',"
                            + " time '04:00', 'US', " + now + ", 1)");
            statement.execute("insert into sync_run (id, integration_id, kind, started_by, state, phase, started_at,"
                    + " progress_at, row_cursor, rows_total, seen, reported, footer_rows, api_calls, quota_used, pending,"
                    + " attempts, takeovers, stop_requested) values (1, 1, 'NIGHTLY', 'TIMER', 'COMPLETED', 'FINISHED', "
                    + now + ", " + now + ", 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, false)");
        }
        connection.commit();
    }
}
