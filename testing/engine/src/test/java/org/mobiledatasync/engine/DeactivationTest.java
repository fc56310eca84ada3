package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.schedule.control.JobLedger;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.SyncRun;

/** An integration that is deactivated while a server lies dead in the middle of its nightly run. */
class DeactivationTest extends EngineTest {
    private static final int PEOPLE = 3;

    static IntStream moments() {
        return IntStream.range(1, 9).map(moment -> 3 * moment);
    }

    @ParameterizedTest(name = "killed at moment {0}")
    @MethodSource("moments")
    @DisplayName("R7.6 the run is closed when a server is back, does nothing more, and all it did stays")
    void theRunIsClosed(int moment) {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            for (int i = 0; i < PEOPLE; i++) {
                organisation.add(
                        Map.of("LastName", "N" + i, "MobilePhone", "212555010" + i, "Mobile_Subscriber__c", true));
            }
            world.syncKilledAt(JobKind.NIGHTLY_SYNC, moment);
            world.engine().get(IntegrationService.class).deactivate(world.integrationId());
            Sight before = world.observatory().look();
            SyncRunService runs = world.engine().get(SyncRunService.class);
            boolean wasOpen = runs.findLastFinished(world.integrationId(), RunKind.NIGHTLY)
                    .isEmpty();

            doWhatIsDue(world.engine());

            SyncRun run = runs.findLastFinished(world.integrationId(), RunKind.NIGHTLY)
                    .orElseThrow();
            assertThat(run.getState()).isEqualTo(wasOpen ? RunState.STOPPED : RunState.COMPLETED);
            assertThat(run.balance()).isZero();
            assertThat(world.observatory().look()).isEqualTo(before);
            assertThat(world.engine().get(JobLedger.class).due())
                    .as("the syncs rest")
                    .isEmpty();

            world.activate();
            world.sync(JobKind.NIGHTLY_SYNC);
            assertThat(world.observatory().look().people()).as("nobody is lost").hasSize(PEOPLE);
        }
    }

    private static void doWhatIsDue(Engine engine) {
        JobLedger jobs = engine.get(JobLedger.class);
        jobs.due().forEach(job -> jobs.claim(job).ifPresent(engine::run));
    }
}
