package org.mobiledatasync.engine;

import java.security.SecureRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.platform.TestDatabase;

/**
 * Both systems together through invented histories: edits on either side, opt-ins, opt-outs, deletions, merges, number
 * changes, duplicates, syncs in any order, lost answers and killed servers.
 *
 * <p>{@code -Dhistory.seed=123} lets one history happen again; {@code -Dhistory.count=500} asks for more random ones.
 */
class HistoriesTest extends EngineTest {
    private static final int FIXED = 12;
    private static final int STEPS = 80;

    static LongStream seeds() {
        Long asked = Long.getLong("history.seed");
        if (asked != null) {
            return LongStream.of(asked);
        }
        return LongStream.concat(
                LongStream.rangeClosed(1, FIXED),
                new SecureRandom().longs(Integer.getInteger("history.count", FIXED), 1000, Integer.MAX_VALUE));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("R1-R8 after any history both systems agree, nobody is there twice, no opt-out is lost")
    void agree(long seed) {
        SyncType syncType = seed % 4 == 0 ? SyncType.LIBERAL : SyncType.CONSERVATIVE;
        TestDatabase database = seed % 12 == 0 ? TestDatabase.POSTGRESQL : TestDatabase.H2;
        History history = History.of(seed, STEPS);
        try {
            history.happen(database, organisation, syncType);
        } catch (AssertionError broken) {
            History shortest = history.shortest(broken, database, organisation, syncType);
            throw new AssertionError(
                    "-Dhistory.seed=" + seed + " (" + syncType + "): " + broken.getMessage() + "\nas short as "
                            + shortest.steps(),
                    broken);
        }
    }
}
