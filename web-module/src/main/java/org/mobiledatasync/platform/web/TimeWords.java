package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Time as people say it: "2 minutes ago", "tonight at 02:00". In the language of the page. */
@Named
@ApplicationScoped
public class TimeWords {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int MORNING = 6;
    private static final int EVENING = 18;

    private Clock clock;
    private Texts texts;

    protected TimeWords() {}

    @Inject
    public TimeWords(Clock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** How long ago: "just now", "12 minutes ago". */
    public String ago(OffsetDateTime time) {
        Duration past = Duration.between(time, clock.instant().atOffset(time.getOffset()));
        return past.toMinutes() < 1 ? texts.of("time.justNow") : texts.of("time.ago", span(past));
    }

    /** For how long something lasts since then: "12 minutes", in whole minutes, hours or days. */
    public String age(OffsetDateTime since) {
        return span(Duration.between(since, clock.instant().atOffset(since.getOffset())));
    }

    /** How long it still takes until then: "12 minutes", in whole minutes, hours or days. */
    public String until(OffsetDateTime time) {
        return span(Duration.between(clock.instant().atOffset(time.getOffset()), time));
    }

    /** When something will be, at the clock of the zone: "tonight at 02:00"; "as soon as possible" when it is due. */
    public String upcoming(OffsetDateTime time, ZoneId zone) {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime then = time.atZoneSameInstant(zone);
        if (!then.isAfter(now)) {
            return texts.of("time.due");
        }
        String hour = HOUR.format(then);
        boolean today = then.toLocalDate().equals(now.toLocalDate());
        boolean tomorrow = then.toLocalDate().equals(now.toLocalDate().plusDays(1));
        boolean nextNight = tomorrow && then.getHour() < MORNING && now.getHour() >= MORNING;
        if (nextNight || today && (then.getHour() < MORNING || then.getHour() >= EVENING)) {
            return texts.of("time.tonight", hour);
        }
        if (today || tomorrow) {
            return texts.of(today ? "time.today" : "time.tomorrow", hour);
        }
        var day = DateTimeFormatter.ofPattern(texts.of("time.pattern.longDay"), texts.locale());
        return texts.of("time.onDay", day.format(then), hour);
    }

    /** How long something took, or takes so far when it has not ended: "3 min 5 s". */
    public String took(OffsetDateTime from, OffsetDateTime to) {
        OffsetDateTime end = to == null ? clock.instant().atOffset(from.getOffset()) : to;
        Duration duration = Duration.between(from, end);
        if (duration.toSeconds() < 1) {
            return texts.of("time.underSecond");
        }
        return texts.of(
                duration.toHours() > 0
                        ? "time.hoursMinutes"
                        : duration.toMinutes() > 0 ? "time.minutesSeconds" : "time.seconds",
                duration.toHours(),
                duration.toMinutesPart(),
                duration.toSecondsPart());
    }

    private String span(Duration duration) {
        if (duration.toHours() < 1) {
            return texts.of("time.minutes", Math.max(0, duration.toMinutes()));
        }
        return duration.toDays() < 2
                ? texts.of("time.hours", duration.toHours())
                : texts.of("time.days", duration.toDays());
    }
}
