package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.boundary.PreviewService;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.control.RunLedger;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunState;

/** What is left on the disk of the people in an export. */
class SpoolTest extends EngineTest {
    private Path spool;
    private TwoSystems world;

    @BeforeEach
    void open() throws IOException {
        Path machine = Files.createTempDirectory(data, "machine");
        Surroundings.move(machine);
        spool = Files.createDirectory(machine.resolve("spool"));
        world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE);
        organisation.add(Map.of("LastName", "Byron", "MobilePhone", "2125550100", "Mobile_Subscriber__c", true));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "renamed-heading, FAILED",
        "truncated-with-content-length, FAILED",
        "html, FAILED",
        "no-footer, COMPLETED"
    })
    @DisplayName("R7.7 R9 however a download ends, nothing of it stays behind")
    void nothingStays(String fault, RunState state) {
        organisation.fault(fault, "report", -1);

        world.sync(JobKind.NIGHTLY_SYNC);

        assertThat(world.engine()
                        .get(SyncRunService.class)
                        .findLastFinished(world.integrationId(), RunKind.NIGHTLY)
                        .orElseThrow()
                        .getState())
                .isEqualTo(state);
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    @DisplayName("R7.3 what a dead server left of runs that are over, or were taken over, goes with the next pull")
    void leftOver() throws IOException {
        long over = 4_000_000;
        write("export-" + over + ".csv");
        write("export-" + over + ".csv.part");
        write("export-" + over + ".csv.keys");
        write("preview-" + world.integrationId() + ".csv");
        write("preview-" + world.integrationId() + ".csv.keys");

        world.sync(JobKind.NIGHTLY_SYNC);

        assertThat(spool).isEmptyDirectory();
    }

    @Test
    @DisplayName("R7.1 what a run or a preview goes on with stays, and what is no export")
    void goesOn() throws IOException {
        RunLedger runs = world.engine().get(RunLedger.class);
        var claim = world.engine().claim(JobKind.FIVE_MINUTE_SYNC, world.integrationId());
        long running =
                runs.open(claim.lease(), world.integrationId(), RunKind.PUSH).getId();
        world.engine().get(PreviewService.class).start(world.integrationId());
        Path[] needed = {
            write("export-" + running + ".csv"),
            write("export-" + running + ".csv.keys"),
            write("preview-" + world.integrationId() + ".csv"),
            write("notes.txt")
        };

        world.sync(JobKind.NIGHTLY_SYNC);

        for (Path file : needed) {
            assertThat(file).exists();
            Files.delete(file);
        }
        assertThat(spool).isEmptyDirectory();
    }

    private Path write(String name) throws IOException {
        return Files.writeString(spool.resolve(name), "\"Byron\",\"2125550100\"\n");
    }
}
