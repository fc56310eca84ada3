package org.mobiledatasync.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mobiledatasync.access.entity.User;

/**
 * Locks logins that nobody has as {@link User} locks those that somebody has, so that the lock does not tell which exist.
 * Kept in memory of this server alone, for so many logins at most: the one that was tried longest ago is forgotten first.
 */
@ApplicationScoped
public class UnknownLogins {
    private static final int MOST = 10_000;

    /** No user's login is longer. */
    private static final int LONGEST_LOGIN = 100;

    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    private Clock clock;

    private record Tries(int failed, Instant lockedUntil) {}

    protected UnknownLogins() {}

    @Inject
    public UnknownLogins(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean isLocked(String login) {
        Tries known = tries.get(User.normalized(login));
        return known != null && clock.instant().isBefore(known.lockedUntil);
    }

    /** Counts one more; the fifth in a row locks. */
    public synchronized void failed(String login) {
        String name = User.normalized(login);
        if (name.length() > LONGEST_LOGIN) {
            return;
        }
        Tries before = tries.remove(name);
        int failed = before == null ? 1 : before.failed + 1;
        boolean locks = failed >= User.ATTEMPTS_BEFORE_LOCK;
        tries.put(name, locks ? new Tries(0, clock.instant().plus(User.LOCK_TIME)) : new Tries(failed, Instant.MIN));
    }
}
