package org.mobiledatasync.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final int TIMEOUT = 3600;
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Map<String, Object> attributes = new HashMap<>();

    @Test
    void whoIsAwayForTheTimeOfTheSessionIsSignedOut() {
        HttpSession session = session();
        assertThat(Presence.isOver(session, NOON)).as("just begun").isFalse();

        Presence.note(session, NOON);
        assertThat(Presence.isOver(session, NOON.plusSeconds(TIMEOUT - 1))).isFalse();
        assertThat(Presence.isOver(session, NOON.plusSeconds(TIMEOUT))).isTrue();

        Presence.note(session, NOON.plusSeconds(TIMEOUT - 1));
        assertThat(Presence.isOver(session, NOON.plusSeconds(TIMEOUT))).isFalse();
    }

    private HttpSession session() {
        return (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMaxInactiveInterval" -> TIMEOUT;
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
