package org.mobiledatasync.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mobiledatasync.access.control.Passwords;
import org.mobiledatasync.access.control.UnknownLogins;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.User;
import org.mobiledatasync.access.entity.UserRepository;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** Signing in with login and password, and changing one's own password. */
@Stateless
public class SignInService {

    private static final Logger LOG = Logger.getLogger(SignInService.class.getName());

    /** A program that sends its password with each request writes the user's row only so often. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private UserRepository users;
    private UnknownLogins unknown;
    private Passwords passwords;
    private AuditLog audit;
    private Clock clock;

    protected SignInService() {}

    @Inject
    public SignInService(
            UserRepository users, UnknownLogins unknown, Passwords passwords, AuditLog audit, Clock clock) {
        this.users = users;
        this.unknown = unknown;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks a password; counts the wrong ones, the fifth in a row locks the login for fifteen minutes, whether somebody has
     * it or not. While it is locked no password is looked at.
     */
    public SignInResult signIn(String login, String password) {
        var found = users.findByLogin(login).filter(User::isActive);
        if (found.isEmpty()) {
            return refuseNobody(login, password);
        }
        var user = found.get();
        var now = OffsetDateTime.now(clock);
        if (user.isLocked(now)) {
            return new SignInResult.LockedOut();
        }
        var matches = passwords.matches(password, user.getPasswordHash());
        if (matches && isFresh(user, now)) {
            return new SignInResult.Accepted(Account.of(user));
        }
        users.lock(user);
        return user.isLocked(now) ? new SignInResult.LockedOut() : record(user, matches, now);
    }

    private SignInResult refuseNobody(String login, String password) {
        if (!unknown.isLocked(login)) {
            passwords.matchNobody(password);
            unknown.failed(login);
        }
        return unknown.isLocked(login) ? new SignInResult.LockedOut() : new SignInResult.Refused();
    }

    private static boolean isFresh(User user, OffsetDateTime now) {
        return user.getFailedAttempts() == 0
                && user.getLastSignInAt()
                        .filter(last -> last.plus(PRECISION).isAfter(now))
                        .isPresent();
    }

    private static SignInResult record(User user, boolean matches, OffsetDateTime now) {
        if (matches) {
            user.signedIn(now);
            return new SignInResult.Accepted(Account.of(user));
        }
        user.failedToSignIn(now);
        LOG.log(Level.INFO, "event=sign-in-refused login={0} locked={1}", new Object[] {
            user.getLogin(), user.isLocked(now)
        });
        return user.isLocked(now) ? new SignInResult.LockedOut() : new SignInResult.Refused();
    }

    /** The account of somebody who signed in before; empty when the user is gone or inactive by now. */
    public Optional<Account> findAccount(String login) {
        return users.findByLogin(login).filter(User::isActive).map(Account::of);
    }

    /**
     * Changes one's own password. A wrong current one counts as at the sign-in. Sessions that began with the former one are
     * over: {@link Account#passwordMark}.
     *
     * @return the account as it is now, or why the current password was not taken
     * @throws InvalidInputException naming {@code newPassword}
     */
    public SignInResult changePassword(String login, String currentPassword, String newPassword) {
        SignInResult proof = signIn(login, currentPassword);
        if (!(proof instanceof SignInResult.Accepted)) {
            return proof;
        }
        var user = users.findByLogin(login).orElseThrow();
        Passwords.check("newPassword", newPassword, user.getLogin());
        if (newPassword.equals(currentPassword)) {
            throw new InvalidInputException("newPassword", "The new password must differ from the current one.");
        }
        user.changePassword(passwords.hash(newPassword), false);
        audit.record(AuditAction.CHANGED, "User", user.getLogin(), List.of(AuditChange.ofSecret("Password")));
        return new SignInResult.Accepted(Account.of(user));
    }
}
