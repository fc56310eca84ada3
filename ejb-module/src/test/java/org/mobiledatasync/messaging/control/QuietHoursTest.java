package org.mobiledatasync.messaging.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final QuietHours QUIET = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** Numbers of one time zone each. */
    static final Map<String, String> NUMBERS = Map.of(
            "+12125550123", "America/New_York",
            "+13125550123", "America/Chicago",
            "+16025550123", "America/Phoenix",
            "+14155550123", "America/Los_Angeles",
            "+18085550123", "Pacific/Honolulu",
            "+33612345678", "Europe/Paris",
            "+919876543210", "Asia/Calcutta",
            "+819012345678", "Asia/Tokyo");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T20:59:59, 2026-11-24T20:59:59",
        "2026-11-24T21:00, 2026-11-25T08:00",
        "2026-11-24T23:59, 2026-11-25T08:00",
        "2026-11-25T00:00, 2026-11-25T08:00",
        "2026-11-25T07:59:59, 2026-11-25T08:00",
        "2026-11-25T08:00, 2026-11-25T08:00"
    })
    @DisplayName("R4.6 the night of the number lasts from 21:00 until 08:00 of its own time")
    void theNightEndsAtEight(LocalDateTime local, LocalDateTime allowed) {
        NUMBERS.forEach((phone, zone) -> {
            var moment = local.atZone(ZoneId.of(zone)).toOffsetDateTime();
            assertThat(QUIET.firstAllowed(moment, phone))
                    .as(zone)
                    .isEqualTo(allowed.atZone(ZoneId.of(zone)).toOffsetDateTime());
        });
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward at 02:00, back at 02:00: the morning is at 08:00 of the new time.
        "2026-03-07T22:00-05:00, 2026-03-08T08:00-04:00",
        "2026-03-08T01:30-05:00, 2026-03-08T08:00-04:00",
        "2026-03-08T07:59-04:00, 2026-03-08T08:00-04:00",
        "2026-10-31T22:00-04:00, 2026-11-01T08:00-05:00",
        "2026-11-01T01:30-04:00, 2026-11-01T08:00-05:00",
        "2026-11-01T01:30-05:00, 2026-11-01T08:00-05:00"
    })
    @DisplayName("R4.6 nights in which the clocks change end at 08:00 too")
    void nightsOfTheClockChange(OffsetDateTime moment, OffsetDateTime allowed) {
        assertThat(QUIET.firstAllowed(moment, "+12125550123")).isEqualTo(allowed);
    }

    @Test
    @DisplayName("R4.6 a number of several time zones is texted when it is day in each of them")
    void itMustBeDayInEveryZone() {
        // Russian mobile numbers: from Kaliningrad (+2) to Kamchatka (+12).
        var moment = OffsetDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneOffset.UTC);
        assertThat(QUIET.firstAllowed(moment, "+79161234567"))
                .isEqualTo(OffsetDateTime.of(2026, 11, 25, 6, 0, 0, 0, ZoneOffset.UTC));
        // Toll-free numbers of North America, from Newfoundland (-3:30) to Guam (+10).
        assertThat(QUIET.firstAllowed(moment, "+18005550199"))
                .isEqualTo(OffsetDateTime.of(2026, 11, 24, 22, 0, 0, 0, ZoneOffset.UTC));
    }

    @Test
    void quietHoursMayLieWithinADayOrNotExist() {
        var siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0));
        assertThat(siesta.firstAllowed(OffsetDateTime.parse("2026-11-24T12:59-05:00"), "+12125550123"))
                .isEqualTo("2026-11-24T12:59-05:00");
        assertThat(siesta.firstAllowed(OffsetDateTime.parse("2026-11-24T13:00-05:00"), "+12125550123"))
                .isEqualTo("2026-11-24T15:00-05:00");

        var none = new QuietHours(LocalTime.NOON, LocalTime.NOON);
        assertThat(none.firstAllowed(OffsetDateTime.parse("2026-11-24T12:00-05:00"), "+12125550123"))
                .isEqualTo("2026-11-24T12:00-05:00");
    }

    @Test
    void hoursThatLeaveNoCommonDayEndAfterTwoDays() {
        var nearlyAlways = new QuietHours(LocalTime.of(9, 0), LocalTime.of(8, 0));
        var moment = OffsetDateTime.parse("2026-11-24T12:00Z");
        assertThat(nearlyAlways.firstAllowed(moment, "+18005550199")).isBetween(moment.plusDays(2), moment.plusDays(3));
    }

    @Test
    void aStoredNumberIsInE164() {
        assertThatThrownBy(() -> QUIET.firstAllowed(OffsetDateTime.parse("2026-11-24T12:00Z"), "2125550123"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("R4.6 the local time of the mobile numbers of every country is known")
    void everyCountryHasATimeZone() {
        var numbers = PhoneNumberUtil.getInstance();
        var unknown = numbers.getSupportedRegions().stream()
                .flatMap(region -> Stream.ofNullable(numbers.getExampleNumberForType(region, PhoneNumberType.MOBILE)))
                .filter(number -> PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).stream()
                        .noneMatch(ZoneId.getAvailableZoneIds()::contains))
                .toList();
        assertThat(unknown).isEmpty();
    }
}
