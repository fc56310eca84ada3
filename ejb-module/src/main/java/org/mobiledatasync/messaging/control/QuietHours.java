package org.mobiledatasync.messaging.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.mobiledatasync.platform.control.Settings;

/**
 * The hours in which nobody is texted (R4.6), by the local time of the number.
 *
 * <p>A number may belong to several time zones, such as all of the United States: then it must be day in each of them.
 */
@ApplicationScoped
public class QuietHours {
    private static final String UNKNOWN_ZONE = PhoneNumberToTimeZonesMapper.getUnknownTimeZone();

    private static final Set<String> KNOWN_ZONES = ZoneId.getAvailableZoneIds();

    private final LocalTime start;
    private final LocalTime end;

    public QuietHours() {
        this(Settings.QUIET_HOURS_START.time(), Settings.QUIET_HOURS_END.time());
    }

    /** Quiet from {@code start} until {@code end} of the next day, or of the same day when that is later. */
    public QuietHours(LocalTime start, LocalTime end) {
        this.start = start;
        this.end = end;
    }

    /**
     * @param phone in E.164
     * @return {@code moment} itself, or the first later moment at which it is day wherever the number may be
     */
    public OffsetDateTime firstAllowed(OffsetDateTime moment, String phone) {
        List<ZoneId> zones = zonesOf(phone);
        OffsetDateTime allowed = moment;
        // Each round moves past one zone's night; zones that leave no common day stop the search after two days.
        while (allowed.isBefore(moment.plusDays(2))) {
            OffsetDateTime candidate = allowed;
            OffsetDateTime later = zones.stream()
                    .map(zone -> endOfNight(candidate.atZoneSameInstant(zone)))
                    .max(OffsetDateTime::compareTo)
                    .orElse(candidate);
            if (!later.isAfter(candidate)) {
                return candidate;
            }
            allowed = later;
        }
        return allowed;
    }

    private OffsetDateTime endOfNight(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        boolean overnight = start.isAfter(end);
        boolean quiet =
                overnight ? !time.isBefore(start) || time.isBefore(end) : !time.isBefore(start) && time.isBefore(end);
        if (!quiet) {
            return local.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
        }
        boolean endsTomorrow = overnight && !time.isBefore(start);
        ZonedDateTime morning =
                local.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(end).atZone(local.getZone());
        return morning.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static List<ZoneId> zonesOf(String phone) {
        try {
            var number = PhoneNumberUtil.getInstance().parse(phone, null);
            return PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).stream()
                    // The library may know zones that an older Java does not.
                    .filter(zone -> !UNKNOWN_ZONE.equals(zone) && KNOWN_ZONES.contains(zone))
                    .map(ZoneId::of)
                    .toList();
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("A stored number is not in E.164", e);
        }
    }
}
