package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;

/** A run that goes on after its server was killed, while people in Salesforce went on working. */
class OldExportTest extends EngineTest {
    private static final int LONGEST = 60;

    static IntStream moments() {
        return IntStream.iterate(4, moment -> moment < LONGEST, moment -> moment + 4);
    }

    @ParameterizedTest(name = "killed at moment {0}")
    @MethodSource("moments")
    @DisplayName("R3.5 R7.1 what was changed in Salesforce meanwhile is not overwritten by a run that goes on")
    void nothingNewerIsOverwritten(int moment) {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            pairUp(world);
            world.pass(Duration.ofDays(1));
            take(world, Deed.PROFILE_RENAMED, 1);
            take(world, Deed.NIGHTLY_SYNC_KILLED, moment - 1);
            boolean sent = nameThere(world).equals("Bea");
            take(world, Deed.CONTACT_RENAMED, 2);
            take(world, Deed.NIGHTLY_SYNC, 0);

            assertThat(nameThere(world))
                    .as(sent ? "changed after the sending" : "changed before it")
                    .isEqualTo("Cyd");
            assertThat(world.observatory().unbalancedRuns()).isEmpty();
        }
    }

    @ParameterizedTest(name = "killed at moment {0}")
    @MethodSource("moments")
    @DisplayName("R4.2 R7.1 who joined again meanwhile is not reported as opted out by a run that goes on")
    void noOldOptOutIsSent(int moment) {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            pairUp(world);
            take(world, Deed.PERSON_LEAVES, 0);
            take(world, Deed.NIGHTLY_SYNC_KILLED, moment - 1);
            boolean sent = !isTicked(world);
            take(world, Deed.PERSON_JOINS, 0);
            take(world, Deed.NIGHTLY_SYNC, 0);
            assertThat(isTicked(world)).isNotEqualTo(sent);
            take(world, Deed.FIVE_MINUTE_SYNC, 0);

            assertThat(isTicked(world)).isTrue();
            assertThat(world.observatory().unbalancedRuns()).isEmpty();
        }
    }

    /** One person whom both sides know. */
    private void pairUp(TwoSystems world) {
        organisation.add(Map.of(
                "FirstName", "Ada", "LastName", "Byron", "MobilePhone", "2125550100", "Mobile_Subscriber__c", true));
        take(world, Deed.NIGHTLY_SYNC, 0);
    }

    private static boolean isTicked(TwoSystems world) {
        return world.observatory().look().living().iterator().next().optIn();
    }

    private static String nameThere(TwoSystems world) {
        return world.observatory().look().living().iterator().next().values().get("profile_first_name");
    }
}
