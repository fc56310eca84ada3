package org.mobiledatasync.sync.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.SyncRun;

/**
 * The nightly syncs of one calendar day, together.
 *
 * @param last the last of them; null when there was none
 * @param counts how many of their records belong to each group; groups without records are absent
 */
public record Night(LocalDate day, SyncRun last, Map<NightGroup, Long> counts) {

    /**
     * The nights up to today, oldest first, also those without a sync.
     *
     * @param runs oldest first
     * @param outcomes of a run
     */
    static List<Night> upTo(
            LocalDate today,
            int nights,
            ZoneId zone,
            List<SyncRun> runs,
            Function<SyncRun, Map<Outcome, Long>> outcomes) {
        Map<LocalDate, List<SyncRun>> byDay = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.getStartedAt().atZoneSameInstant(zone).toLocalDate()));
        List<Night> all = new ArrayList<>();
        for (LocalDate day = today.minusDays(nights - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            all.add(of(day, byDay.getOrDefault(day, List.of()), outcomes));
        }
        return all;
    }

    private static Night of(LocalDate day, List<SyncRun> runs, Function<SyncRun, Map<Outcome, Long>> outcomes) {
        Map<NightGroup, Long> counts = new EnumMap<>(NightGroup.class);
        runs.forEach(run -> outcomes.apply(run)
                .forEach((outcome, count) -> counts.merge(NightGroup.of(outcome), count, Long::sum)));
        return new Night(day, runs.isEmpty() ? null : runs.get(runs.size() - 1), counts);
    }

    public long count(NightGroup group) {
        return counts.getOrDefault(group, 0L);
    }

    /** Whether its last sync failed, or lost sight of records. */
    public boolean isBad() {
        return last != null
                && switch (last.getState()) {
                    case FAILED, UNBALANCED -> true;
                    default -> false;
                };
    }

    /** How much of it the chart shows. */
    long shown() {
        return NightGroup.SHOWN.stream().mapToLong(this::count).sum();
    }
}
