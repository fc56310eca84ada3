package org.mobiledatasync.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./bench pull} and {@code ./bench push}. */
public final class Bench {
    private static final String USAGE =
            """
            Usage: ./bench pull [--rows 1000000] [--database h2|postgresql] [--json]
                   ./bench push [--changes 10000] [--latency-ms 150] [--database h2|postgresql] [--json]
            Each case beside its floor, in seconds; --json: one object per line and case.""";
    private static final Set<String> OPTIONS = Set.of("--rows", "--changes", "--latency-ms", "--database");

    private final String what;
    private final Map<String, String> options = new HashMap<>();
    private boolean json;

    private Bench(String[] arguments) {
        what = arguments.length == 0 ? "" : arguments[0];
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--json")) {
                json = true;
            } else if (OPTIONS.contains(arguments[i]) && i + 1 < arguments.length) {
                options.put(arguments[i], arguments[++i]);
            } else {
                throw new IllegalArgumentException(arguments[i]);
            }
        }
        if (!Set.of("pull", "push").contains(what)) {
            throw new IllegalArgumentException(what);
        }
    }

    public static void main(String[] arguments) throws SQLException {
        try {
            new Bench(arguments).run();
        } catch (IllegalArgumentException e) {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private void run() throws SQLException {
        String chosen = options.get("--database");
        for (String name : chosen == null ? List.of("postgresql", "h2") : List.of(chosen)) {
            Path folder = fresh(name);
            try (BenchDatabase database = BenchDatabase.start(name, folder)) {
                if (what.equals("pull")) {
                    new PullBench(database, folder, number("--rows", 1_000_000), found -> found.print(json)).measure();
                } else {
                    new PushBench(
                                    database,
                                    folder,
                                    number("--changes", 10_000),
                                    number("--latency-ms", 150),
                                    found -> found.print(json))
                            .measure();
                }
            }
        }
    }

    private int number(String option, int otherwise) {
        return options.containsKey(option) ? Integer.parseInt(options.get(option)) : otherwise;
    }

    /** A folder of its own for the server and what belongs to it; what an earlier benchmark left is removed. */
    private static Path fresh(String database) {
        Path folder = Path.of(
                        System.getProperty("project.home"), "testing", "benchmarks", "target", "bench-" + database)
                .toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
