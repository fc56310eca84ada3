package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a newcomer types first, from another folder than the project's. */
class DemoIT {

    @Test
    @DisplayName("./run demo --once completes both syncs, balances, and leaves nothing running")
    void demo() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("project.home")).toRealPath();
        Path data =
                Path.of(System.getProperty("test.output"), "servers", "demo").toAbsolutePath();
        Files.createDirectories(data);
        Path console = data.resolveSibling("demo-console.txt");
        ProcessBuilder builder = new ProcessBuilder(home.resolve("run").toString(), "demo", "--once", "--fresh")
                .directory(Files.createTempDirectory("elsewhere").toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        builder.environment().put("DATA_DIR", data.toString());
        builder.environment().put("HTTP_PORT", "0");
        Process demo = builder.start();

        assertThat(demo.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(console);
        assertThat(demo.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("READY http://127.0.0.1:")
                .contains("Nightly sync: COMPLETED")
                .contains("Five-minute sync: COMPLETED")
                .containsPattern("Records seen +5000")
                .containsPattern("Opt out exported +1")
                .containsPattern("Contact created +1");
        assertThat(said.split("Balance +0\n")).as("two balances of 0").hasSize(3);
        assertThat(demo.descendants()).isEmpty();
    }
}
