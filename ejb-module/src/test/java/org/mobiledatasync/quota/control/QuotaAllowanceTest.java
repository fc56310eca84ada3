package org.mobiledatasync.quota.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaAllowanceTest {

    @ParameterizedTest
    @CsvSource({
        // limit, wanted, for opt-outs, used, used by opt-outs, granted
        "1000, 200, false,    0,   0, 200",
        "1000, 200, false,  850,   0,  50",
        "1000, 200, false,  900,   0,   0",
        "1000, 200, true,   900,   0, 100",
        "1000, 200, true,  1000, 100,   0",
        "1000, 200, false,  940,  40,   0",
        "1000, 200, false,  950, 100,  50",
        "1000, 200, false,  950, 300,  50",
        "1000, 200, true,   950, 300,  50",
        "   0, 200, true,     0,   0,   0",
        "   0, 200, false,    0,   0,   0",
        "1000, 200, false, 1200,   0,   0",
        "1000, 200, true,  1200,   0,   0"
    })
    @DisplayName("R6.5 a tenth of the quota is kept for opt-outs; the total never exceeds the quota")
    void grants(int limit, long wanted, boolean forOptOuts, long used, long usedByOptOuts, long granted) {
        assertThat(new QuotaAllowance(limit, 10).grant(wanted, forOptOuts, used, usedByOptOuts))
                .isEqualTo(granted);
    }

    @Test
    @DisplayName("R6.1 without a quota everything is granted")
    void noLimit() {
        assertThat(new QuotaAllowance(null, 10).grant(200, false, 1_000_000, 0)).isEqualTo(200);
        assertThat(new QuotaAllowance(null, 10).reserve()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2147483647, 100, 2147483647",
        "1000, 0, 0",
        "1000, 100, 1000",
        "15, 10, 1",
        "9, 10, 1",
        "2, 10, 1",
        "1, 10, 0",
        "0, 10, 0"
    })
    @DisplayName("R6.5 the share is a setting; of a quota of 2 or more at least one request is kept")
    void reserve(int limit, int percent, long reserve) {
        assertThat(new QuotaAllowance(limit, percent).reserve()).isEqualTo(reserve);
    }

    @Property
    @Label("R6.5 whatever is asked in whatever order: never over the quota, and the others leave the share alone")
    void neverExceeded(
            @ForAll @IntRange(max = 500) int limit,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll("requests") List<Integer> requests) {
        QuotaAllowance allowance = new QuotaAllowance(limit, percent);
        long used = 0;
        long usedByOptOuts = 0;
        for (int request : requests) {
            boolean forOptOuts = request < 0;
            long granted = allowance.grant(Math.abs(request), forOptOuts, used, usedByOptOuts);
            assertThat(granted).isBetween(0L, (long) Math.abs(request));
            used += granted;
            usedByOptOuts += forOptOuts ? granted : 0;
            assertThat(used).isLessThanOrEqualTo(limit);
            assertThat(used - usedByOptOuts).isLessThanOrEqualTo(limit - allowance.reserve());
        }
        assertThat(allowance.grant(limit, true, used, usedByOptOuts))
                .as("opt-outs may use all that is left")
                .isEqualTo(limit - used);
    }

    @Provide
    Arbitrary<List<Integer>> requests() {
        return Arbitraries.integers().between(-200, 200).list().ofMaxSize(30);
    }
}
