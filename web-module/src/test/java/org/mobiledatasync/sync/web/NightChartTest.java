package org.mobiledatasync.sync.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunState;
import org.mobiledatasync.sync.entity.RunTrigger;
import org.mobiledatasync.sync.entity.SyncRun;

class NightChartTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void aNightBelongsToTheDayOfTheIntegrationsZone() {
        SyncRun late = run("2026-03-10T03:30:00Z");
        SyncRun early = run("2026-03-10T06:00:00Z");

        List<Night> nights = Night.upTo(
                TODAY,
                3,
                NEW_YORK,
                List.of(late, early),
                run -> Map.of(Outcome.PROFILE_CREATED, run == late ? 1L : 20L));

        assertThat(nights).extracting(Night::day).containsExactly(TODAY.minusDays(2), TODAY.minusDays(1), TODAY);
        assertThat(nights).extracting(night -> night.count(NightGroup.NEW)).containsExactly(0L, 1L, 20L);
        assertThat(nights).extracting(Night::last).containsExactly(null, late, early);
    }

    @Test
    void severalSyncsOfOneDayAreOneNight() {
        SyncRun failed = run("2026-03-10T06:00:00Z");
        failed.finish(RunState.FAILED, "away", failed.getStartedAt());
        SyncRun again = run("2026-03-10T06:15:00Z");
        again.finish(RunState.COMPLETED, null, again.getStartedAt());

        Night night = Night.upTo(
                        TODAY, 1, NEW_YORK, List.of(failed, again), run -> Map.of(Outcome.VALIDATION_ERROR, 1L))
                .get(0);

        assertThat(night.last()).isSameAs(again);
        assertThat(night.isBad()).isFalse();
        assertThat(night.count(NightGroup.ATTENTION)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aFailedOrUnbalancedNightIsBad(RunState state) {
        SyncRun run = run("2026-03-10T06:00:00Z");
        run.finish(state, null, run.getStartedAt());

        assertThat(new Night(TODAY, run, Map.of()).isBad())
                .isEqualTo(state == RunState.FAILED || state == RunState.UNBALANCED);
    }

    @Test
    void columnsAreInProportionToTheBusiestNightAndNothingThatIsThereIsInvisible() {
        Night busy = night(Map.of(NightGroup.NEW, 3000L, NightGroup.ATTENTION, 1L, NightGroup.UNCHANGED, 90_000L));
        Night half = night(Map.of(NightGroup.CHANGED, 1500L));
        Night quiet = night(Map.of(NightGroup.UNCHANGED, 90_000L));

        NightChart chart = NightChart.of(List.of(busy, half, quiet));

        assertThat(chart.most()).isEqualTo(3001);
        NightChart.Column highest = chart.columns().get(0);
        assertThat(highest.bars())
                .extracting(NightChart.Bar::group)
                .containsExactly(NightGroup.NEW, NightGroup.ATTENTION);
        assertThat(highest.top()).isCloseTo(0, within(0.01));
        assertThat(highest.bars().get(1).height()).isGreaterThan(2);
        assertThat(chart.columns().get(1).bars().get(0).height()).isBetween(55.0, 65.0);
        assertThat(chart.columns().get(2).bars()).isEmpty();
        assertThat(chart.columns().get(2).top()).isEqualTo(NightChart.HEIGHT);
        assertThat(chart.columns()).extracting(NightChart.Column::x).containsExactly(0, 40, 80);
        assertThat(chart.width()).isEqualTo(114);
    }

    @Test
    void nightsWithoutAnySyncMakeNoChart() {
        assertThat(NightChart.of(Night.upTo(TODAY, 14, NEW_YORK, List.of(), run -> Map.of()))
                        .isDrawable())
                .isFalse();
        assertThat(NightChart.of(List.of(night(Map.of()))).isDrawable()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyGroupHasItsWords(NightGroup group) {
        assertThat(ResourceBundle.getBundle("org.mobiledatasync.messages", Locale.ENGLISH)
                        .keySet())
                .contains("nights." + group);
    }

    @ParameterizedTest
    @EnumSource
    void whatNeedsAPersonIsNeverHiddenInAnotherGroup(Outcome outcome) {
        assertThat(NightGroup.of(outcome) == NightGroup.ATTENTION).isEqualTo(outcome.needsAttention());
    }

    private static Night night(Map<NightGroup, Long> counts) {
        return new Night(TODAY, run("2026-03-10T06:00:00Z"), counts);
    }

    private static SyncRun run(String startedAt) {
        return new SyncRun(1L, RunKind.NIGHTLY, RunTrigger.TIMER, OffsetDateTime.parse(startedAt));
    }
}
