package org.mobiledatasync.access.web;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/**
 * When a person did something last. A page that looks for news by itself keeps its session alive for the container, but not
 * for us: who is away for the session's time is signed out.
 */
final class Presence {
    private static final String LAST = "org.mobiledatasync.lastPresent";

    private Presence() {}

    static void note(HttpSession session, Instant now) {
        session.setAttribute(LAST, now);
    }

    /** Whether the person was away for as long as the session lasts. */
    static boolean isOver(HttpSession session, Instant now) {
        return session.getAttribute(LAST) instanceof Instant last
                && Duration.between(last, now).toSeconds() >= session.getMaxInactiveInterval();
    }
}
