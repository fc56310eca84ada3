package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.profile.boundary.SignUpService;
import org.mobiledatasync.quota.boundary.QuotaService;
import org.mobiledatasync.quota.control.Quota;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.SyncRun;

/** The Daily API Quota over days of 23, 24 and 25 hours, and with two servers at a time. */
class DailyQuotaTest extends EngineTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int PEOPLE = 30;
    private static final int QUOTA = 12;

    @ParameterizedTest(name = "{0} has {1} hours, {2}")
    @CsvSource({
        "2026-03-07, 24, H2",
        "2026-03-08, 23, H2",
        "2026-03-08, 23, POSTGRESQL",
        "2026-11-01, 25, H2",
        "2026-11-01, 25, POSTGRESQL"
    })
    @DisplayName("R6.2 R6.4 at the limit all stops; the integration's next day goes on where it stopped, to the minute")
    void goesOnTheNextDay(LocalDate day, int hours, TestDatabase database) {
        try (TwoSystems world = new TwoSystems(database, organisation, SyncType.CONSERVATIVE)) {
            restrict(world, QUOTA);
            everybodyLeaves(world, day);

            assertThat(push(world)).satisfies(run -> {
                assertThat(run.getState()).isEqualTo(RunState.QUOTA_REACHED);
                assertThat(run.getQuotaUsed()).isEqualTo(QUOTA);
                assertThat(run.getPending()).isEqualTo(PEOPLE - QUOTA);
                assertThat(run.balance()).isZero();
            });
            assertThat(optedOut(world)).isEqualTo(QUOTA);

            world.pass(Duration.ofHours(hours).minusMinutes(1));
            assertThat(push(world).getQuotaUsed())
                    .as("a minute before midnight")
                    .isZero();
            assertThat(optedOut(world)).isEqualTo(QUOTA);

            world.pass(Duration.ofMinutes(1));
            assertThat(push(world).getQuotaUsed()).isEqualTo(QUOTA);
            assertThat(optedOut(world)).as("others than before").isEqualTo(2 * QUOTA);

            world.pass(Duration.ofDays(1));
            assertThat(push(world)).satisfies(run -> {
                assertThat(run.getState()).isEqualTo(RunState.COMPLETED);
                assertThat(run.getPending()).isZero();
            });
            assertThat(optedOut(world)).isEqualTo(PEOPLE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @DisplayName("R6.3 R6.5 two servers that reserve at once never exceed the quota, nor what is kept for opt-outs")
    void twoServersTogether(TestDatabase database) throws InterruptedException, ExecutionException {
        int quota = 1000;
        try (TwoSystems world = new TwoSystems(database, organisation, SyncType.CONSERVATIVE);
                Engine other = world.anotherServer()) {
            restrict(world, quota);
            assertThat(reserveAll(world, List.of(world.engine(), other), false)).isEqualTo(quota - quota / 10);
            assertThat(reserveAll(world, List.of(world.engine(), other), true)).isEqualTo(quota / 10);
            assertThat(world.engine()
                            .get(QuotaService.class)
                            .today(world.integrationId())
                            .used())
                    .isEqualTo(quota);
        }
    }

    /** @return how many requests the servers got together, each asking until there is no more */
    private static long reserveAll(TwoSystems world, List<Engine> servers, boolean forOptOuts)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(servers.size());
        try {
            List<Callable<Long>> work = servers.stream()
                    .map(server -> (Callable<Long>)
                            () -> reserveAll(server.get(Quota.class), world.integrationId(), forOptOuts))
                    .toList();
            List<Long> granted = new ArrayList<>();
            for (Future<Long> answer : threads.invokeAll(work)) {
                granted.add(answer.get());
            }
            return granted.stream().mapToLong(Long::longValue).sum();
        } finally {
            threads.shutdownNow();
        }
    }

    private static long reserveAll(Quota quota, long integrationId, boolean forOptOuts) {
        long all = 0;
        long granted;
        do {
            granted = quota.reserve(integrationId, 7, forOptOuts).requests();
            all += granted;
        } while (granted > 0);
        return all;
    }

    private static void restrict(TwoSystems world, int quota) {
        IntegrationService integrations = world.engine().get(IntegrationService.class);
        Integration edited = integrations.get(world.integrationId());
        edited.setDailyApiQuota(quota);
        edited.setTimeZone(NEW_YORK.getId());
        integrations.update(edited);
    }

    /** All are paired first; then it is midnight of the day, and all say STOP. */
    private static void everybodyLeaves(TwoSystems world, LocalDate day) {
        for (int i = 0; i < PEOPLE; i++) {
            organisation.add(Map.of("LastName", "N" + i, "MobilePhone", phone(i), "Mobile_Subscriber__c", true));
        }
        world.sync(JobKind.NIGHTLY_SYNC);
        world.pass(Duration.between(
                world.now().toInstant(), day.atStartOfDay(NEW_YORK).toInstant()));
        for (int i = 0; i < PEOPLE; i++) {
            world.engine().get(SignUpService.class).leave(phone(i), "STOP");
        }
    }

    private static SyncRun push(TwoSystems world) {
        world.sync(JobKind.FIVE_MINUTE_SYNC);
        return world.engine()
                .get(SyncRunService.class)
                .findLastFinished(world.integrationId(), RunKind.PUSH)
                .orElseThrow();
    }

    private static long optedOut(TwoSystems world) {
        return world.observatory().look().living().stream()
                .filter(contact -> !contact.optIn())
                .count();
    }

    private static String phone(int i) {
        return "21255501" + (i < 10 ? "0" : "") + i;
    }
}
