package org.mobiledatasync.engine;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Looks at both systems past the engine: at our tables by SQL, at Salesforce as its own people do. */
final class Observatory {

    /** The fields that the histories change: ours, our column, Salesforce's. */
    static final List<String[]> FIELDS = List.of(
            new String[] {"profile_first_name", "first_name", "FirstName"},
            new String[] {"profile_last_name", "last_name", "LastName"},
            new String[] {"profile_email", "email", "Email"},
            new String[] {"address_city", "city", "MailingCity"});

    private final DataSource database;
    private final Organisation organisation;

    Observatory(DataSource database, Organisation organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Sight look() {
        Map<Long, Sight.Person> people = new TreeMap<>();
        rows("select id, version, phone, status, first_name, last_name, email, city from profile", Observatory::person)
                .forEach(person -> people.put(person.id(), person));
        Map<Long, Sight.Pair> pairs = new TreeMap<>();
        rows("select profile_id, contact_id, based, base_values, base_opt_in from crm_link", Observatory::pair)
                .forEach(pair -> pairs.put(pair.profileId(), pair));
        Map<String, Sight.Contact> contacts = new TreeMap<>();
        organisation.contacts().stream()
                .map(Observatory::contact)
                .forEach(contact -> contacts.put(contact.id(), contact));
        Map<String, Long> welcomes = new HashMap<>();
        rows("select phone from outgoing_message where kind = 'WELCOME'", row -> row.getString(1))
                .forEach(phone -> welcomes.merge(phone, 1L, Long::sum));
        Set<String> suppressed = new HashSet<>(rows("select phone from suppression", row -> row.getString(1)));
        return new Sight(people, contacts, pairs, suppressed, welcomes);
    }

    /** The runs so far that do not balance, in words (R8.1). */
    List<String> unbalancedRuns() {
        return rows(
                "select id, kind, state, seen, reported from sync_run r where state <> 'RUNNING' and (state = 'UNBALANCED'"
                        + " or seen <> reported or reported <>"
                        + " (select count(*) from record_outcome o where o.run_id = r.id)"
                        + " + (select coalesce(sum(s.record_count), 0) from settled_records s where s.run_id = r.id))",
                row -> "run " + row.getLong(1) + " " + row.getString(2) + " " + row.getString(3) + ": seen "
                        + row.getLong(4) + ", reported " + row.getLong(5));
    }

    /** How many records a run reported as settled. */
    long settledOf(long runId) {
        return rows(
                        "select coalesce(sum(record_count), 0) from settled_records where run_id = " + runId,
                        row -> row.getLong(1))
                .get(0);
    }

    /** The contacts that a run reported with an outcome of their own and as settled too. */
    List<String> reportedTwice() {
        Map<Long, Set<Long>> settled = new HashMap<>();
        rows("select run_id, part, link_bits from settled_records", row -> {
            Set<Long> links = settled.computeIfAbsent(row.getLong(1), run -> new HashSet<>());
            long first = row.getLong(2) << 16;
            BitSet.valueOf(row.getBytes(3)).stream().forEach(bit -> links.add(first + bit));
            return links;
        });
        return rows(
                        "select o.run_id, l.id, l.contact_id from record_outcome o join (select id, contact_id from crm_link"
                                + " union all select id, contact_id from former_link) l on l.contact_id = o.record_key",
                        row -> settled.getOrDefault(row.getLong(1), Set.of()).contains(row.getLong(2))
                                ? "run " + row.getLong(1) + " " + row.getString(3)
                                : "")
                .stream()
                .filter(twice -> !twice.isEmpty())
                .toList();
    }

    /** The runs of a kind that are not closed. */
    List<Long> openRuns(String kind) {
        return rows("select id from sync_run where state = 'RUNNING' and kind = '" + kind + "'", row -> row.getLong(1));
    }

    /** How the last nightly sync reported a contact; empty when it did not see it. */
    List<String> lastOutcomesOf(String contactId) {
        return rows(
                "select outcome, reason from record_outcome where run_id = (select max(id) from sync_run where kind ="
                        + " 'NIGHTLY') and (record_key = '" + contactId + "' or constituent_id = '" + contactId + "')",
                row -> row.getString(1) + " " + row.getString(2));
    }

    /** Every row of every table but those named, as text: two that are equal mean that nothing was written in between. */
    Map<String, List<String>> everythingBut(Set<String> leftOut) {
        Map<String, List<String>> tables = new TreeMap<>();
        rows(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public' and table_type = 'BASE TABLE'",
                        row -> row.getString(1))
                .stream()
                .filter(table -> !leftOut.contains(table))
                .forEach(table -> tables.put(table, rows("select * from \"" + table + "\"", Observatory::text)));
        tables.values().forEach(Collections::sort);
        return tables;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            text.append(row.getString(column)).append('|');
        }
        return text.toString();
    }

    private static Sight.Person person(ResultSet row) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        for (String[] field : FIELDS) {
            put(values, field[0], row.getString(field[1]));
        }
        return new Sight.Person(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), values);
    }

    private static Sight.Pair pair(ResultSet row) throws SQLException {
        Map<String, String> base = new TreeMap<>();
        String text = row.getString(4);
        if (text != null) {
            try (var reader = Json.createReader(new StringReader(text))) {
                reader.readObject().forEach((name, value) -> base.put(name, ((JsonString) value).getString()));
            }
        }
        return new Sight.Pair(row.getLong(1), row.getString(2), row.getBoolean(3), base, (Boolean) row.getObject(5));
    }

    private static Sight.Contact contact(JsonObject contact) {
        Map<String, String> values = new TreeMap<>();
        for (String[] field : FIELDS) {
            put(values, field[0], contact.getString(field[2], null));
        }
        String digits = contact.getString("MobilePhone", "").replaceAll("\\D", "");
        return new Sight.Contact(
                contact.getString("Id"),
                digits.isEmpty() ? null : "+1" + digits.substring(digits.length() - 10),
                contact.getBoolean("Mobile_Subscriber__c", false),
                contact.getBoolean("IsDeleted", false),
                contact.getString("MasterRecordId", null),
                values);
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private <T> List<T> rows(String sql, Row<T> row) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (result.next()) {
                found.add(row.read(result));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
