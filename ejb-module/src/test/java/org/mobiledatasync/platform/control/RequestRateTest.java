package org.mobiledatasync.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.HandClock;

class RequestRateTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));

    @Test
    @DisplayName("so many a minute go through; the next one is told how long to wait; then it begins anew")
    void minute() {
        RequestRate rate = new RequestRate(2, clock);
        assertThat(rate.count("a")).isEmpty();
        clock.advance(Duration.ofSeconds(20));
        assertThat(rate.count("a")).isEmpty();
        assertThat(rate.count("a")).hasValue(Duration.ofSeconds(40));

        clock.advance(Duration.ofSeconds(40));
        assertThat(rate.count("a")).isEmpty();
    }

    @Test
    @DisplayName("a clock that is set back makes nobody wait for the hour to come again")
    void clockSetBack() {
        RequestRate rate = new RequestRate(1, clock);
        rate.count("a");
        clock.advance(Duration.ofHours(-1));

        assertThat(rate.count("a")).isEmpty();
        assertThat(rate.count("a")).as("the minute that began then").hasValue(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("one client does not use up what another may")
    void clients() {
        RequestRate rate = new RequestRate(1, clock);
        assertThat(rate.count("a")).isEmpty();
        assertThat(rate.count("b")).isEmpty();
        assertThat(rate.count("a")).isPresent();
    }

    @Test
    @DisplayName("0 is no limit")
    void unlimited() {
        RequestRate rate = new RequestRate(0, clock);
        for (int i = 0; i < 1000; i++) {
            assertThat(rate.count("a")).isEmpty();
        }
    }

    @Test
    @DisplayName("memory does not grow with the number of clients")
    void bounded() {
        RequestRate rate = new RequestRate(1, clock);
        for (int i = 0; i <= 10_000; i++) {
            rate.count("client " + i);
        }
        assertThat(rate.count("client 0")).as("forgotten").isEmpty();
        assertThat(rate.count("client 10000")).as("remembered").isPresent();
    }
}
