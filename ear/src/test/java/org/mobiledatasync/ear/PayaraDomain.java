package org.mobiledatasync.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The domain of the Payara Server below the build folder: as delivered, then made ours and started by the operator's
 * scripts on free ports. Its logs stay in {@code target/domains/domain1/logs}.
 */
final class PayaraDomain implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration SHUTDOWN = Duration.ofSeconds(60);
    private static final String DELIVERED_ADMIN_PORT = "port=\"4848\"";

    private final Path output =
            Path.of(System.getProperty("test.output")).toAbsolutePath().normalize();
    private final Path scripts = Path.of(System.getProperty("project.home"), "server-config", "payara-server")
            .toAbsolutePath()
            .normalize();
    private final Path server = output.resolve("payara6");
    private final Path domain = output.resolve("domains").resolve("domain1");
    private final int adminPort;
    private final int httpPort;
    private final Map<String, String> settings;

    /** Prepares the domain; it does not run yet. */
    PayaraDomain(Map<String, String> settings) {
        this.settings = settings;
        close();
        try (var first = freePort();
                var second = freePort()) {
            adminPort = first.getLocalPort();
            httpPort = second.getLocalPort();
            renew();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket freePort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private void renew() throws IOException {
        if (Files.exists(domain)) {
            try (var old = Files.walk(domain)) {
                old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
        Path delivered = server.resolve("glassfish/domains/domain1");
        try (var files = Files.walk(delivered)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = domain.resolve(delivered.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path configuration = domain.resolve("config/domain.xml");
        String xml = Files.readString(configuration);
        Files.writeString(configuration, xml.replace(DELIVERED_ADMIN_PORT, "port=\"" + adminPort + "\""));
    }

    /** Returns when the domain is up. */
    void start() {
        run("start.sh");
    }

    /** Returns when the EAR is deployed. */
    void deploy() {
        run("deploy.sh");
    }

    private void run(String script) {
        Path console = output.resolve(script + ".txt");
        ProcessBuilder builder = new ProcessBuilder(scripts.resolve(script).toString())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        String java = System.getProperty("java.home");
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", java,
                        "AS_JAVA", java,
                        "PAYARA_HOME", server.toString(),
                        "DOMAIN_DIR", domain.toString(),
                        "AS_ADMIN_PORT", String.valueOf(adminPort),
                        "HTTP_PORT", String.valueOf(httpPort)));
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(script + " failed: " + Files.readString(console));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + httpPort + "/";
    }

    Path folder() {
        return domain;
    }

    String log() {
        return text("logs/server.log");
    }

    String configuration() {
        return text("config/domain.xml");
    }

    private String text(String file) {
        try {
            return Files.readString(domain.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's own process; asadmin, which started it, is gone. */
    List<ProcessHandle> processes() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.info()
                            .commandLine()
                            .filter(line -> line.contains(domain.toString()))
                            .isPresent())
                    .toList();
        }
    }

    /** Ends what runs on the domain's folder, be it of an earlier test that was interrupted. */
    @Override
    public void close() {
        List<ProcessHandle> running = processes();
        running.forEach(ProcessHandle::destroy);
        running.forEach(process -> process.onExit()
                .completeOnTimeout(process, SHUTDOWN.toSeconds(), TimeUnit.SECONDS)
                .join());
        running.forEach(ProcessHandle::destroyForcibly);
        running.forEach(process -> process.onExit().join());
    }
}
