package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.schedule.control.JobLedger;
import org.mobiledatasync.schedule.control.LeaseLostException;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.control.RunLedger;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.SyncRun;

/** Two servers over one database, and one of them falls silent in the middle of a nightly run. */
class TakeoverTest extends EngineTest {
    private static final int INTO_THE_RUN = 20;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @DisplayName("R7.3 a run without progress is marked and taken over; who wakes up late writes nothing more")
    void theOtherServerGoesOn(TestDatabase database) throws IOException {
        Surroundings.move(data.resolve("one"));
        try (TwoSystems world = new TwoSystems(database, organisation, SyncType.CONSERVATIVE)) {
            organisation.add(Map.of("LastName", "Byron", "MobilePhone", "2125550100", "Mobile_Subscriber__c", true));
            JobLedger.Claim silent = world.engine().claim(JobKind.NIGHTLY_SYNC, world.integrationId());
            assertThat(world.engine().runUntilKilled(silent, INTO_THE_RUN)).isFalse();
            Surroundings.move(data.resolve("two"));
            try (Engine other = world.anotherServer()) {
                assertThat(other.isFree(JobKind.NIGHTLY_SYNC, world.integrationId()))
                        .as("the lease still holds")
                        .isFalse();

                world.pass(Duration.ofMinutes(11));
                other.run(other.claim(JobKind.NIGHTLY_SYNC, world.integrationId()));

                SyncRun run = other.get(SyncRunService.class)
                        .findLastFinished(world.integrationId(), RunKind.NIGHTLY)
                        .orElseThrow();
                assertThat(run.getState()).isEqualTo(RunState.COMPLETED);
                assertThat(run.getTakeovers()).isEqualTo(1);
                assertThat(run.getSeen()).isEqualTo(1);
                assertThat(run.balance()).isZero();
                assertThat(other.get(SyncRunService.class).count(world.integrationId()))
                        .as("it is one run")
                        .isEqualTo(1);
                assertThatThrownBy(() -> world.engine()
                                .get(RunLedger.class)
                                .update(silent.lease(), run.getId(), late -> late.saw(1)))
                        .isInstanceOf(LeaseLostException.class);
            }
        }
    }
}
