package org.mobiledatasync.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.entity.User;
import org.mobiledatasync.platform.HandClock;

class UnknownLoginsTest {
    private final UnknownLogins logins = new UnknownLogins(new HandClock(Instant.parse("2026-11-24T12:00:00Z")));

    @Test
    void aLoginIsTheSameInAnyCase() {
        fail("Bob", User.ATTEMPTS_BEFORE_LOCK - 1);
        assertThat(logins.isLocked("bob")).isFalse();
        fail(" BOB ", 1);
        assertThat(logins.isLocked("bob")).isTrue();
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfLogins() {
        fail("first", User.ATTEMPTS_BEFORE_LOCK);
        for (int i = 0; i < 10_000; i++) {
            logins.failed("login" + i);
        }
        assertThat(logins.isLocked("first")).isFalse();

        String endless = "x".repeat(101);
        fail(endless, User.ATTEMPTS_BEFORE_LOCK);
        assertThat(logins.isLocked(endless)).isFalse();
    }

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            logins.failed(login);
        }
    }
}
