package org.mobiledatasync.access;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.mobiledatasync.access.boundary.ApiTokenService;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.SignInService;
import org.mobiledatasync.access.boundary.UserService;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.access.control.Passwords;
import org.mobiledatasync.access.control.UnknownLogins;
import org.mobiledatasync.access.entity.ApiTokenRepository;
import org.mobiledatasync.access.entity.AuditEntryRepository;
import org.mobiledatasync.access.entity.UserRepository;
import org.mobiledatasync.platform.HandClock;

/** The services of this feature on one EntityManager, called by {@code ada}, at a time that the test moves. */
public final class AccessFixture {

    public static final String CALLER = "ada";

    private static final Passwords PASSWORDS = new Passwords(new QuickHash(), Clock.systemUTC());

    public final UserRepository users;
    public final AuditLog audit;
    public final UserService userService;
    public final SignInService signInService;
    public final ApiTokenService apiTokenService;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-01T12:00:00Z"));

    public AccessFixture(EntityManager em) {
        var caller = new FixedCaller();
        users = new UserRepository(em);
        audit = new AuditLog(new AuditEntryRepository(em), caller, clock);
        userService = new UserService(users, PASSWORDS, audit, clock);
        signInService = new SignInService(users, new UnknownLogins(clock), PASSWORDS, audit, clock);
        apiTokenService = new ApiTokenService(new ApiTokenRepository(em), users, audit, caller, clock);
    }

    public void timePasses(Duration duration) {
        clock.advance(duration);
    }

    /** The real hash with as few rounds as it takes. */
    private static final class QuickHash extends Pbkdf2PasswordHashImpl {
        @Override
        public void initialize(Map<String, String> parameters) {
            super.initialize(Map.of("Pbkdf2PasswordHash.Iterations", "1024"));
        }
    }

    private static final class FixedCaller extends Caller {
        @Override
        public String name() {
            return CALLER;
        }
    }
}
