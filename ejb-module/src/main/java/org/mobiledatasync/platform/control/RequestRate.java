package org.mobiledatasync.platform.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what each client does within a minute. Kept in memory of this server alone, for so many clients at most: the one
 * that began longest ago is forgotten first.
 */
public final class RequestRate {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CLIENTS = 10_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    private record Window(Instant end, int count) {}

    /** @param most how many a minute; 0 for any number */
    public RequestRate(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** How long the client has to wait, without counting; empty when it may go on. */
    public synchronized Optional<Duration> remaining(String client) {
        Instant now = clock.instant();
        Window window = windows.get(client);
        return most > 0 && !isOver(window, now) && window.count >= most
                ? Optional.of(Duration.between(now, window.end))
                : Optional.empty();
    }

    /** Counts one more; answers how long the client has to wait, or empty when it may go on. */
    public synchronized Optional<Duration> count(String client) {
        Instant now = clock.instant();
        Window window = windows.get(client);
        if (isOver(window, now)) {
            windows.remove(client);
            window = new Window(now.plus(WINDOW), 0);
        }
        if (most > 0 && window.count >= most) {
            return Optional.of(Duration.between(now, window.end));
        }
        windows.put(client, new Window(window.end, window.count + 1));
        return Optional.empty();
    }

    /** A minute that ends later than in a minute began before the clock was set back. */
    private static boolean isOver(Window window, Instant now) {
        return window == null || !now.isBefore(window.end) || window.end.isAfter(now.plus(WINDOW));
    }
}
