package org.mobiledatasync.integration.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} in {1}, at {2}: {3}")
    @CsvSource({
        // an ordinary day, before, at and after the hour
        "2026-11-24T00:30Z,      UTC,              02:00, 2026-11-24T02:00Z",
        "2026-11-24T02:00Z,      UTC,              02:00, 2026-11-25T02:00Z",
        "2026-11-24T02:00:01Z,   UTC,              02:00, 2026-11-25T02:00Z",
        "2026-11-24T23:30-05:00, America/New_York, 02:00, 2026-11-25T02:00-05:00",
        "2026-12-31T23:30Z,      UTC,              02:00, 2027-01-01T02:00Z",
        // the hour that spring skips is moved on by it, once
        "2027-03-28T00:30+01:00, Europe/Berlin,    02:30, 2027-03-28T03:30+02:00",
        "2027-03-28T03:10+02:00, Europe/Berlin,    02:30, 2027-03-28T03:30+02:00",
        "2027-03-28T03:30+02:00, Europe/Berlin,    02:30, 2027-03-29T02:30+02:00",
        // the hour that autumn has twice counts once, the first time
        "2026-10-25T01:00+02:00, Europe/Berlin,    02:30, 2026-10-25T02:30+02:00",
        "2026-10-25T02:40+02:00, Europe/Berlin,    02:30, 2026-10-26T02:30+01:00",
        "2026-10-25T02:10+01:00, Europe/Berlin,    02:30, 2026-10-26T02:30+01:00",
        // the clock changes at midnight
        "2026-04-23T22:30+02:00, Africa/Cairo,     00:00, 2026-04-24T01:00+03:00"
    })
    @DisplayName("the nightly sync keeps its hour in its zone, also over changes of the clock")
    void next(OffsetDateTime now, String zone, LocalTime at, OffsetDateTime next) {
        assertThat(NightlyTimes.after(now.atZoneSameInstant(ZoneId.of(zone)), at)
                        .toInstant())
                .isEqualTo(next.toInstant());
    }

    @Test
    @DisplayName("from one time to the next there is one run a day, through a whole year")
    void everyDayOnce() {
        ZonedDateTime now = ZonedDateTime.of(2026, 1, 1, 12, 0, 0, 0, BERLIN);
        for (int day = 1; day <= 365; day++) {
            ZonedDateTime next = NightlyTimes.after(now, LocalTime.of(2, 30)).atZoneSameInstant(BERLIN);
            assertThat(next.toLocalDate())
                    .isEqualTo(ZonedDateTime.of(2026, 1, 1, 12, 0, 0, 0, BERLIN)
                            .toLocalDate()
                            .plusDays(day));
            now = next;
        }
    }
}
