package org.mobiledatasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;

/** A server that is killed while it makes a contact, at every moment, in an organisation that shows new contacts late. */
class KilledCreateTest extends EngineTest {
    private static final int LONGEST = 30;
    private static final int WITH_EMAIL = 1;

    static IntStream moments() {
        return IntStream.range(0, LONGEST).map(moment -> moment + 1);
    }

    @ParameterizedTest(name = "killed at moment {0}")
    @MethodSource("moments")
    @DisplayName("R5.5 R7.1 killed at any moment of the making of a contact: it is there once, and found")
    void thereOnce(int moment) {
        try (TwoSystems world = new TwoSystems(TestDatabase.H2, organisation, SyncType.CONSERVATIVE)) {
            take(world, Deed.WRITES_SHOW_LATE, 0);
            take(world, Deed.PERSON_JOINS, WITH_EMAIL);
            take(world, Deed.FIVE_MINUTE_SYNC_KILLED, moment - 1);
            take(world, Deed.FIVE_MINUTE_SYNC, 0);
            world.pass(Duration.ofMinutes(6));
            take(world, Deed.FIVE_MINUTE_SYNC, 0);

            Sight sight = world.observatory().look();
            assertThat(sight.contacts()).hasSize(1);
            assertThat(sight.pairs().values())
                    .extracting(Sight.Pair::contactId)
                    .containsExactlyElementsOf(sight.contacts().keySet());
            assertThat(world.observatory().unbalancedRuns()).isEmpty();
        }
    }
}
