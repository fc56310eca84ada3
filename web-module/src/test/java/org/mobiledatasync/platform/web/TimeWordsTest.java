package org.mobiledatasync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T11:59:30Z, just now",
        "2026-03-10T11:58:30Z, 1 minute ago",
        "2026-03-10T11:15:00Z, 45 minutes ago",
        "2026-03-10T10:15:00Z, 1 hour ago",
        "2026-03-08T13:00:00Z, 47 hours ago",
        "2026-03-07T12:00:00Z, 3 days ago"
    })
    void thePastIsToldInItsLargestUnit(OffsetDateTime time, String words) {
        assertThat(at("2026-03-10T12:00:00Z").ago(time)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T16:00:00Z, 2026-03-11T06:00:00Z, tonight at 02:00",
        "2026-03-10T05:00:00Z, 2026-03-10T06:00:00Z, tonight at 02:00",
        "2026-03-10T05:00:00Z, 2026-03-11T06:00:00Z, tomorrow at 02:00",
        "2026-03-10T16:00:00Z, 2026-03-11T02:30:00Z, tonight at 22:30",
        "2026-03-10T12:00:00Z, 2026-03-10T18:00:00Z, today at 14:00",
        "2026-03-10T16:00:00Z, 2026-03-12T06:00:00Z, 'on Thursday, 12 March at 02:00'",
        "2026-03-10T16:00:00Z, 2026-03-10T16:00:00Z, as soon as possible"
    })
    void theFutureIsToldAtTheClockOfTheZone(String now, OffsetDateTime time, String words) {
        assertThat(at(now).upcoming(time, NEW_YORK)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T12:00:00.500Z, under 1 s",
        "2026-03-10T12:00:59Z, 59 s",
        "2026-03-10T12:03:05Z, 3 min 5 s",
        "2026-03-10T14:03:05Z, 2 h 3 min"
    })
    void aDurationHasTwoUnitsAtMost(OffsetDateTime end, String words) {
        assertThat(at("2026-03-11T00:00:00Z").took(OffsetDateTime.parse("2026-03-10T12:00:00Z"), end))
                .isEqualTo(words);
    }

    @Test
    void whatIsLeftIsToldInWholeMinutes() {
        OffsetDateTime end = OffsetDateTime.parse("2026-03-10T12:00:00Z");

        assertThat(at("2026-03-10T11:57:30Z").until(end)).isEqualTo("2 minutes");
        assertThat(at("2026-03-10T11:59:30Z").until(end)).isEqualTo("under a minute");
    }

    @Test
    void whatHasNotEndedLastsUntilNow() {
        assertThat(at("2026-03-10T12:00:07Z").took(OffsetDateTime.parse("2026-03-10T12:00:00Z"), null))
                .isEqualTo("7 s");
    }

    @Test
    void theWordsAreThoseOfThePagesLanguage() {
        var words = new TimeWords(at(Instant.parse("2026-03-10T16:00:00Z")), in(Locale.forLanguageTag("es-MX")));
        assertThat(words.ago(OffsetDateTime.parse("2026-03-10T15:15:00Z"))).isEqualTo("hace 45 minutos");
        assertThat(words.upcoming(OffsetDateTime.parse("2026-03-12T06:00:00Z"), NEW_YORK))
                .isEqualTo("el jueves 12 de marzo a las 02:00");
    }

    private static TimeWords at(String now) {
        return new TimeWords(at(Instant.parse(now)), in(Locale.ENGLISH));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Texts in(Locale locale) {
        return new Texts() {
            @Override
            public Locale locale() {
                return locale;
            }
        };
    }
}
