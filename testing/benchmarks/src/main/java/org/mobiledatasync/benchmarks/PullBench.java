package org.mobiledatasync.benchmarks;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.mobiledatasync.acceptance.Administrator;
import org.mobiledatasync.acceptance.Organisation;

/** The nightly sync of a large export: the first one, one without changes, one with 1 % changed. */
final class PullBench {
    private final BenchDatabase database;
    private final Path folder;
    private final int rows;
    private final Consumer<Measurement> found;

    PullBench(BenchDatabase database, Path folder, int rows, Consumer<Measurement> found) {
        this.database = database;
        this.folder = folder;
        this.rows = rows;
        this.found = found;
    }

    void measure() throws SQLException {
        Path export = folder.resolve("export.csv");
        Path changed = folder.resolve("export-changed.csv");
        ExportFile.write(export, rows, 0, 1);
        ExportFile.write(changed, rows, 100, 1);
        double parse = ParseFloor.measure(export);
        double insert;
        try (Connection connection = database.floor().getConnection()) {
            insert = new InsertFloor().measure(connection, rows);
        }
        try (Organisation organisation = new Organisation();
                BenchServer server = new BenchServer(folder, database, organisation)) {
            long path = server.administrator.optInPath("Text alerts");
            long integration = server.administrator.integration(
                    organisation, Administrator.json().add("webOptInPathId", path));
            server.administrator.activate(integration);
            organisation.exportFile(export);
            measure("first import", server, integration, insert, "PROFILE_CREATED");
            double unchanged = measure("unchanged", server, integration, parse, "NO_NEW_CHANGES");
            measure("unchanged again", server, integration, parse, "NO_NEW_CHANGES");
            organisation.exportFile(changed);
            measure("1 % changed", server, integration, unchanged, "PROFILE_UPDATED");
        }
    }

    private double measure(String name, BenchServer server, long integration, double floor, String outcome) {
        JsonObject run = server.run(integration, "NIGHTLY");
        if (!run.getJsonObject("outcomes").containsKey(outcome) || run.getInt("seen") != rows) {
            throw new IllegalStateException("Not what was to be measured: " + run);
        }
        double seconds = BenchServer.seconds(run);
        found.accept(new Measurement(
                "pull " + rows + " " + name + " " + database.name,
                seconds,
                floor,
                rows,
                server.heapMb(),
                run.getInt("apiCalls")));
        return seconds;
    }
}
