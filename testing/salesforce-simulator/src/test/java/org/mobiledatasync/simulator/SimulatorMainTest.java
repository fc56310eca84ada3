package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The simulator as a process")
class SimulatorMainTest {

    private static final Pattern READY = Pattern.compile(
            "SIMULATOR READY (http://127\\.0\\.0\\.1:\\d+/) export=(\\1" + "00O\\w{12}\\?export=1&enc=UTF-8&xf=csv)");
    private static final int SIGTERM_EXIT = 143;

    @Test
    @DisplayName("tells where it serves, serves there, and ends on SIGTERM")
    void lifeOfTheProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorMain.class.getName(),
                        "--port",
                        "0",
                        "--contacts",
                        "3")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            Matcher ready = READY.matcher(output.readLine());
            assertThat(ready.matches()).isTrue();
            HttpResponse<String> contacts = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(ready.group(1) + "control/contacts"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(RunningSimulator.array(contacts)).hasSize(3);

            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM_EXIT);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("refuses options that it does not know, and those without a value")
    void options() {
        assertThat(SimulatorOptions.of("--seed", "7", "--login", "u@example.org")
                        .seed())
                .isEqualTo(7);
        assertThatThrownBy(() -> SimulatorOptions.of("--contcats", "5")).hasMessageContaining("--contcats");
        assertThatThrownBy(() -> SimulatorOptions.of("--port")).hasMessageContaining("--port");
    }
}
