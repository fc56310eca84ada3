package org.mobiledatasync.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiledatasync.demo.ApiClient;

/** One server, started by {@code ./run} on a folder of its own and a free port, and ended with its test. */
public final class Server implements AutoCloseable {
    static final String PASSWORD = "Acceptance-2026";

    private static final Path HOME =
            Path.of(System.getProperty("project.home")).toAbsolutePath().normalize();
    private static final Pattern READY = Pattern.compile("^READY (http://\\S+) ", Pattern.MULTILINE);
    private static final Duration START = Duration.ofMinutes(5);

    private final Path data;
    private final Path console;
    private final Process process;
    private final String url;

    private Server(Path data, Process process, Path console) {
        this.data = data;
        this.process = process;
        this.console = console;
        await("server ready").atMost(START).until(() -> !process.isAlive() || ready().find());
        Matcher ready = ready();
        if (!ready.find()) {
            throw new IllegalStateException("The server did not start: " + text(console));
        }
        url = ready.group(1);
    }

    /**
     * @param name names its folder below the build folder
     * @param allowedHost what an integration may connect to, such as the simulator
     */
    static Server startFresh(String name, String allowedHost) {
        return start(emptyFolder(name), allowedHost, Map.of());
    }

    /** A folder below the build folder that was not there before, for servers that share things. */
    static Path emptyFolder(String name) {
        Path folder = Path.of(System.getProperty("test.output"))
                .resolve("servers")
                .resolve(name)
                .toAbsolutePath();
        deleteAll(folder);
        return folder;
    }

    /** Starts on a folder as it is. */
    public static Server start(Path data, String allowedHost, Map<String, String> settings) {
        try {
            Files.createDirectories(data);
            Path console = Files.createTempFile(data, "console-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(HOME.resolve("run").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "HTTP_PORT",
                            "0",
                            "DATA_DIR",
                            data.toString(),
                            "ADMIN_PASSWORD",
                            PASSWORD,
                            "SALESFORCE_ALLOWED_HOSTS",
                            allowedHost));
            builder.environment().putAll(settings);
            return new Server(data, builder.start(), console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return url;
    }

    Path data() {
        return data;
    }

    public ApiClient api() {
        return new ApiClient(url, "admin", PASSWORD);
    }

    /** All that the server has logged. */
    String log() {
        return text(data.resolve("log").resolve("server.0.log"));
    }

    /** Ends the server as a power cut would: nothing of it gets a chance to tidy up. */
    void kill() {
        List<ProcessHandle> family = process.descendants().toList();
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        family.forEach(member -> member.onExit().join());
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private Matcher ready() {
        return READY.matcher(text(console));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path folder) {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
