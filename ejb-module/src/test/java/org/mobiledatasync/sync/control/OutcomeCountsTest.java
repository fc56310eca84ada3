package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.sync.entity.Outcome;

class OutcomeCountsTest {

    @Test
    @DisplayName("R8.3 the counts of a run are kept for ever, every class of them")
    void keptAndRead() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 3_000_000_000L + outcome.ordinal());
        }

        assertThat(OutcomeCounts.fromJson(OutcomeCounts.toJson(counts))).isEqualTo(counts);
    }

    @Test
    @DisplayName("a run that is not over has no counts")
    void none() {
        assertThat(OutcomeCounts.fromJson(null)).isEmpty();
        assertThat(OutcomeCounts.fromJson(OutcomeCounts.toJson(Map.of()))).isEmpty();
    }

    @Test
    @DisplayName("the strongest class stands first")
    void order() {
        assertThat(OutcomeCounts.toJson(Map.of(Outcome.NO_NEW_CHANGES, 2L, Outcome.PROFILE_CREATED, 1L)))
                .isEqualTo("{\"PROFILE_CREATED\":1,\"NO_NEW_CHANGES\":2}");
    }
}
