package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Points in time as people read them, in the language of the page: {@code #{times.of(entry.at)}}. */
@Named
@ApplicationScoped
public class Times {

    private Texts texts;
    private PageZone pages;

    protected Times() {}

    @Inject
    public Times(Texts texts, PageZone pages) {
        this.texts = texts;
        this.pages = pages;
    }

    /** In the time zone of the pages, which is named; an empty text for {@code null}. */
    public String of(OffsetDateTime time) {
        return of(time, pages.zone());
    }

    /** The calendar day on which it is then in the time zone of the pages. */
    public String dayOf(OffsetDateTime time) {
        return day(time.atZoneSameInstant(pages.zone()).toLocalDate());
    }

    /** A calendar day. */
    public String day(LocalDate day) {
        return day.format(format("time.pattern.day"));
    }

    /** In the given time zone, which is named; an empty text for {@code null}. */
    public String of(OffsetDateTime time, ZoneId zone) {
        return time == null ? "" : time.atZoneSameInstant(zone).format(format("time.pattern.moment"));
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(texts.of(pattern), texts.locale());
    }
}
