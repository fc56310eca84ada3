package org.mobiledatasync.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProvenPasswordsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private Instant now = NOW;
    private final ProvenPasswords proven = new ProvenPasswords(new SecureRandom(), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void onlyTheProvenPasswordOfTheSameHashHolds() {
        proven.note("right", "hash");

        assertThat(proven.holds("right", "hash")).isTrue();
        assertThat(proven.holds("wrong", "hash")).isFalse();
        assertThat(proven.holds("right", "hash after a change")).isFalse();
    }

    @Test
    void itIsForgottenAfterFiveMinutes() {
        proven.note("right", "hash");
        now = NOW.plus(Duration.ofMinutes(5));

        assertThat(proven.holds("right", "hash")).isFalse();
    }

    @Test
    void itKeepsAThousand() {
        for (int user = 0; user <= 1000; user++) {
            proven.note("right", "hash " + user);
        }

        assertThat(proven.holds("right", "hash 0")).isFalse();
        assertThat(proven.holds("right", "hash 1000")).isTrue();
    }
}
