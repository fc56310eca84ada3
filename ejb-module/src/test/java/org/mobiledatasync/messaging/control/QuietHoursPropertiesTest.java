package org.mobiledatasync.messaging.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuietHoursPropertiesTest {

    private static final LocalTime NINE_PM = LocalTime.of(21, 0);
    private static final LocalTime EIGHT_AM = LocalTime.of(8, 0);
    private static final QuietHours QUIET = new QuietHours(NINE_PM, EIGHT_AM);

    @Property
    @Label("R4.6 never in the quiet hours of the number, never earlier than the moment, no later than the morning")
    void neverAtNight(@ForAll("phones") String phone, @ForAll("moments") OffsetDateTime moment) {
        var allowed = QUIET.firstAllowed(moment, phone);

        var local = allowed.atZoneSameInstant(ZoneId.of(QuietHoursTest.NUMBERS.get(phone)));
        assertThat(local.toLocalTime()).isBetween(EIGHT_AM, NINE_PM.minusNanos(1));
        assertThat(allowed).isAfterOrEqualTo(moment);
        if (allowed.isAfter(moment)) {
            assertThat(local.toLocalTime()).isEqualTo(EIGHT_AM);
            assertThat(allowed).isBefore(moment.plusHours(13));
        }
    }

    @Property
    @Label("R4.6 what is allowed once stays allowed")
    void askingAgainChangesNothing(@ForAll("phones") String phone, @ForAll("moments") OffsetDateTime moment) {
        var allowed = QUIET.firstAllowed(moment, phone);
        assertThat(QUIET.firstAllowed(allowed, phone)).isEqualTo(allowed);
    }

    @Provide
    Arbitrary<String> phones() {
        return Arbitraries.of(QuietHoursTest.NUMBERS.keySet());
    }

    @Provide
    Arbitrary<OffsetDateTime> moments() {
        return Arbitraries.longs()
                .between(
                        OffsetDateTime.parse("2026-01-01T00:00Z").toEpochSecond(),
                        OffsetDateTime.parse("2028-01-01T00:00Z").toEpochSecond())
                .map(second -> Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }
}
