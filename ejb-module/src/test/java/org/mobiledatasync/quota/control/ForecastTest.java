package org.mobiledatasync.quota.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.quota.control.Forecast.Waiting;

class ForecastTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private static Forecast forecast(Waiting waiting, Integer limit, long used) {
        return Forecast.of(waiting, new QuotaAllowance(limit, 10), used, 0, TODAY);
    }

    @ParameterizedTest(name = "{0} opt-outs, {1} opt-ins, {2} updates, {3} of {4} used: {5} requests, in {6} days")
    @CsvSource({
        "  0,   0,    0,    0, 1000,    0, 0",
        "  0,   0,    0, 1000, 1000,    0, 0",
        " 10,  20,   30,    0, 1000,   60, 0",
        "  0,   0,  900,    0, 1000,  900, 0",
        "  0,   0,  901,    0, 1000,  901, 1",
        "  0,   0, 5000,  900, 1000, 5000, 6",
        "100,   0,    0,  900, 1000,  100, 0",
        "100, 100,    0,  900, 1000,  200, 1",
        "101,   0,    0,  900, 1000,  101, 1"
    })
    @DisplayName("R6.4 R6.5 today with what is left, then day by day; opt-outs may use their share")
    void days(long optOuts, long optIns, long updates, long used, int limit, long requests, int days) {
        assertThat(forecast(new Waiting(optOuts, 0, optIns, 0, updates), limit, used))
                .isEqualTo(new Forecast(requests, Optional.of(TODAY.plusDays(days))));
    }

    @Test
    @DisplayName("R1.4 people whose contact is not known are looked up first: up to three requests each")
    void unlinked() {
        assertThat(forecast(new Waiting(1, 2, 3, 4, 5), null, 0).requests()).isEqualTo(1 + 6 + 3 + 12 + 5);
    }

    @Test
    @DisplayName("R6.1 without a quota all is through today")
    void noLimit() {
        assertThat(forecast(new Waiting(0, 0, 0, 0, 1_000_000), null, 0).doneOn())
                .contains(TODAY);
    }

    @Test
    @DisplayName("R6.5 never: a quota of nothing, or all of it kept for opt-outs")
    void never() {
        assertThat(forecast(new Waiting(1, 0, 0, 0, 0), 0, 0).doneOn()).isEmpty();
        QuotaAllowance allKept = new QuotaAllowance(100, 100);
        assertThat(Forecast.of(new Waiting(5, 0, 1, 0, 0), allKept, 0, 0, TODAY).doneOn())
                .isEmpty();
        assertThat(Forecast.of(new Waiting(500, 0, 0, 0, 0), allKept, 0, 0, TODAY)
                        .doneOn())
                .contains(TODAY.plusDays(4));
    }

    @Property
    @Label("R6.4 never earlier than the whole quota allows, and never later with more quota or less to do")
    void bounds(
            @ForAll @IntRange(max = 2000) int optOuts,
            @ForAll @IntRange(max = 2000) int others,
            @ForAll @IntRange(min = 2, max = 500) int limit,
            @ForAll @IntRange(max = 600) int used) {
        Forecast forecast = forecast(new Waiting(optOuts, 0, others, 0, 0), limit, used);
        LocalDate doneOn = forecast.doneOn().orElseThrow();
        long days = ChronoUnit.DAYS.between(TODAY, doneOn);

        assertThat(Math.max(0, limit - used) + days * limit).isGreaterThanOrEqualTo(optOuts + others);
        assertThat(forecast(new Waiting(optOuts, 0, others, 0, 0), limit + 1, used)
                        .doneOn()
                        .orElseThrow())
                .isBeforeOrEqualTo(doneOn);
        assertThat(forecast(new Waiting(optOuts, 0, others / 2, 0, 0), limit, used)
                        .doneOn()
                        .orElseThrow())
                .isBeforeOrEqualTo(doneOn);
    }
}
