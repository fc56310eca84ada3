package org.mobiledatasync.benchmarks;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.acceptance.Administrator;
import org.mobiledatasync.acceptance.Organisation;
import org.mobiledatasync.acceptance.Server;

/** The server that is measured: {@code ./run} with a heap of 512 MB, set up through its API. */
final class BenchServer implements AutoCloseable {
    private static final Pattern COLLECTION = Pattern.compile(" (\\d+)M->(\\d+)M\\(\\d+M\\)");

    /** Seldom: looking at a run counts its outcomes. */
    private static final Duration POLL = Duration.ofSeconds(2);

    final Administrator administrator;
    private final Server server;
    private final Path collections;
    private int seen;

    BenchServer(Path folder, BenchDatabase database, Organisation organisation) {
        collections = folder.resolve("gc.log");
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put(
                "JAVA_OPTS",
                "-Xmx512m -Dh2.bindAddress=127.0.0.1 -Xlog:gc:file=" + collections + " "
                        + System.getProperty("server.options", ""));
        server = Server.start(folder, organisation.origin(), settings);
        administrator = new Administrator(server.api());
    }

    /** Starts a run and waits for its end. */
    JsonObject run(long integration, String kind) {
        heapMb();
        JsonObject run = administrator.start(integration, kind);
        String path = "/runs/" + Administrator.id(run);
        while ("RUNNING".equals(run.getString("state"))) {
            LockSupport.parkNanos(POLL.toNanos());
            run = administrator.api.get(path);
        }
        if (!"COMPLETED".equals(run.getString("state")) || run.getInt("balance") != 0) {
            throw new IllegalStateException("The run did not complete: " + run);
        }
        return run;
    }

    /** By the run's own times, download and closing included. */
    static double seconds(JsonObject run) {
        return Duration.between(
                                OffsetDateTime.parse(run.getString("startedAt")),
                                OffsetDateTime.parse(run.getString("finishedAt")))
                        .toMillis()
                / 1000.0;
    }

    /** The most heap in use at the beginning of a garbage collection since the last time it was asked. */
    long heapMb() {
        try {
            List<String> lines = Files.readAllLines(collections);
            long most = 0;
            for (String line : lines.subList(seen, lines.size())) {
                Matcher matcher = COLLECTION.matcher(line);
                most = matcher.find() ? Math.max(most, Long.parseLong(matcher.group(1))) : most;
            }
            seen = lines.size();
            return most;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
