package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.quota.boundary.QuotaService;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.SyncRun;

/** Calls that fail, or bring nothing, are calls. */
class FailedCallsTest extends EngineTest {

    @ParameterizedTest
    @CsvSource({"NIGHTLY_SYNC, NIGHTLY", "FIVE_MINUTE_SYNC, PUSH"})
    @DisplayName("R6.1 a refused sign-in is counted, in the run and in the day")
    void refusedSignIn(JobKind job, RunKind kind) {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            take(world, Deed.PERSON_JOINS, 1);
            organisation.refuseSignIns("INVALID_LOGIN");

            world.sync(job);

            assertThat(last(world, kind).getState()).isEqualTo(RunState.FAILED);
            assertThat(last(world, kind).getApiCalls()).isEqualTo(1);
            assertThat(today(world).otherCalls()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("R6.1 a download that is not the export is counted, with what led to it")
    void download() {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            organisation.fault("html", "report", 2);

            world.sync(JobKind.NIGHTLY_SYNC);

            // Sign-in, description and export; then another sign-in and the export once more.
            assertThat(last(world, RunKind.NIGHTLY).getState()).isEqualTo(RunState.FAILED);
            assertThat(last(world, RunKind.NIGHTLY).getApiCalls()).isEqualTo(5);
            assertThat(today(world).otherCalls()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("R6.1 the sign-in of a run that found nothing to do is counted")
    void nothingFound() {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            take(world, Deed.PERSON_JOINS, 1);
            take(world, Deed.PERSON_LEAVES, 0);

            world.sync(JobKind.FIVE_MINUTE_SYNC);

            assertThat(last(world, RunKind.PUSH).getState()).isEqualTo(RunState.COMPLETED);
            assertThat(last(world, RunKind.PUSH).getApiCalls())
                    .as("sign-in and search")
                    .isEqualTo(2);
            assertThat(today(world).otherCalls()).isEqualTo(1);
            assertThat(today(world).used()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"http-503, query", "request-limit, query", "html-gateway, login"})
    @DisplayName("R6.3 an outage of Salesforce leaves the quota as it was")
    void outage(String kind, String on) {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            organisation.add(Map.of("LastName", "Byron", "MobilePhone", "2125550100"));
            take(world, Deed.PERSON_JOINS, 1);
            organisation.fault(kind, on, -1);

            world.sync(JobKind.FIVE_MINUTE_SYNC);

            assertThat(last(world, RunKind.PUSH).getPending()).isEqualTo(1);
            assertThat(today(world).used()).isZero();
        }
    }

    private static SyncRun last(TwoSystems world, RunKind kind) {
        return world.engine()
                .get(SyncRunService.class)
                .findLastFinished(world.integrationId(), kind)
                .orElseThrow();
    }

    private static QuotaService.Usage today(TwoSystems world) {
        return world.engine().get(QuotaService.class).today(world.integrationId());
    }
}
