package org.mobiledatasync.benchmarks;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.mobiledatasync.acceptance.Administrator;
import org.mobiledatasync.acceptance.Organisation;

/** The five-minute sync of many opt-outs at once, to an organisation that takes its time for every answer. */
final class PushBench {
    private static final int PER_CALL = 200;
    private static final int PARALLEL = 4;

    private final BenchDatabase database;
    private final Path folder;
    private final int changes;
    private final int latencyMs;
    private final Consumer<Measurement> found;

    PushBench(BenchDatabase database, Path folder, int changes, int latencyMs, Consumer<Measurement> found) {
        this.database = database;
        this.folder = folder;
        this.changes = changes;
        this.latencyMs = latencyMs;
        this.found = found;
    }

    void measure() throws SQLException {
        Path export = folder.resolve("export.csv");
        ExportFile.write(export, changes, 0, 1);
        int calls = (changes + PER_CALL - 1) / PER_CALL;
        double ideal = (double) ((calls + PARALLEL - 1) / PARALLEL) * latencyMs / 1000;
        try (Organisation organisation = new Organisation();
                BenchServer server = new BenchServer(folder, database, organisation)) {
            long path = server.administrator.optInPath("Text alerts");
            long integration = server.administrator.integration(
                    organisation, Administrator.json().add("webOptInPathId", path));
            organisation.load(export);
            server.administrator.activate(integration);
            server.run(integration, "NIGHTLY");
            // Once to warm the server up, once to measure, as it is on a server that has run for a while.
            push(server, organisation, integration, 1);
            organisation.load(export);
            JsonObject run = push(server, organisation, integration, 2);
            found.accept(new Measurement(
                    "push " + changes + " opt-outs at " + latencyMs + " ms " + database.name,
                    BenchServer.seconds(run),
                    ideal,
                    changes,
                    server.heapMb(),
                    run.getInt("apiCalls")));
        }
    }

    private JsonObject push(BenchServer server, Organisation organisation, long integration, int round)
            throws SQLException {
        optOutAll(integration, round * 1_000_000_000L);
        organisation.fault("{\"kind\": \"latency\", \"ms\": " + latencyMs + ", \"on\": \"any\", \"times\": -1}");
        JsonObject run = server.run(integration, "PUSH");
        organisation.noFaults();
        if (run.getInt("seen") != changes) {
            throw new IllegalStateException("Not what was to be measured: " + run);
        }
        return run;
    }

    /** What ten thousand texts of STOP leave in the database, all at once. */
    private void optOutAll(long integration, long firstId) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update profile set status = 'OPTED_OUT', version = version + 1");
            statement.execute(
                    "insert into outbound_change (id, integration_id, profile_id, opt_in, created_at, not_before,"
                            + " revision, attempts) select " + firstId + " + id, " + integration + ", id, false,"
                            + " current_timestamp, current_timestamp, 1, 0 from profile");
            connection.commit();
        }
    }
}
