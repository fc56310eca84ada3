package org.mobiledatasync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final OffsetDateTime LATE = OffsetDateTime.parse("2026-03-11T02:30:00Z");

    private final Times times = new Times(new Texts(), () -> ZoneId.of("America/New_York"));

    @Test
    void aMomentIsToldInTheZoneOfThePages() {
        assertThat(times.of(LATE)).contains("10").contains("22:30").contains("EDT");
    }

    @Test
    void aMomentOfAnIntegrationIsToldInItsOwnZone() {
        assertThat(times.of(LATE, ZoneId.of("Asia/Tokyo"))).contains("11:30").contains("JST");
    }

    @Test
    void theDayIsThatOfThePagesAndNotThatOfTheDatabase() {
        assertThat(times.dayOf(LATE)).isEqualTo(times.day(LATE.toLocalDate().minusDays(1)));
    }

    @Test
    void whatNeverHappenedIsEmpty() {
        assertThat(times.of(null)).isEmpty();
    }
}
