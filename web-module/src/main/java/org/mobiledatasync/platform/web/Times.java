package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them: {@code #{times.of(entry.at)}}. */
@Named
@ApplicationScoped
public class Times {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** In the time zone of the server, which is named; an empty text for {@code null}. */
    public String of(OffsetDateTime time) {
        return of(time, ZoneId.systemDefault());
    }

    /** A calendar day. */
    public String day(LocalDate day) {
        return day.format(DAY);
    }

    /** In the given time zone, which is named; an empty text for {@code null}. */
    public String of(OffsetDateTime time, ZoneId zone) {
        return time == null ? "" : time.atZoneSameInstant(zone).format(FORMAT);
    }
}
