package org.mobiledatasync.access.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mobiledatasync.access.control.Passwords;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.Role;
import org.mobiledatasync.access.entity.User;
import org.mobiledatasync.access.entity.UserRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** What administrators do with users. There is always at least one active administrator. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class UserService {

    private static final String KIND = "User";
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,100}");

    private UserRepository users;
    private Passwords passwords;
    private AuditLog audit;
    private Clock clock;

    protected UserService() {}

    @Inject
    public UserService(UserRepository users, Passwords passwords, AuditLog audit, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** All users in the order of their logins. */
    public List<User> findAll() {
        return users.findAll();
    }

    /**
     * One user.
     *
     * @throws org.mobiledatasync.platform.entity.NotFoundException when there is none
     */
    public User get(long id) {
        return users.get(id);
    }

    /**
     * Makes a user whose password has to be changed at the first sign-in.
     *
     * @throws InvalidInputException naming {@code login} or {@code password}
     */
    public User create(String login, Role role, String password) {
        if (login == null || !LOGIN.matcher(login.strip()).matches()) {
            throw new InvalidInputException(
                    "login", "A login has up to 100 letters, digits and the characters . _ @ + - and no blanks.");
        }
        if (users.findByLogin(login).isPresent()) {
            throw new InvalidInputException("login", "There is a user with this login already.");
        }
        var user = new User(login, role, OffsetDateTime.now(clock));
        Passwords.check("password", password, user.getLogin());
        user.changePassword(passwords.hash(password), true);
        users.add(user);
        audit.record(AuditAction.CREATED, KIND, user.getLogin(), List.of(new AuditChange("Role", "", role.name())));
        return user;
    }

    /**
     * Changes what a user may do.
     *
     * @param version what the caller had read
     * @throws ConflictException when somebody else changed the user meanwhile, or no administrator would be left
     */
    public void change(long id, int version, Role role, boolean active) {
        var user = users.get(id);
        if (user.getVersion() != version) {
            throw ConflictException.lostUpdate("user");
        }
        if (role != Role.ADMINISTRATOR || !active) {
            keepOneAdministrator(user);
        }
        var changes = Stream.of(
                        AuditChange.of("Role", user.getRole(), role), AuditChange.of("Active", user.isActive(), active))
                .flatMap(Optional::stream)
                .toList();
        user.setRole(role);
        user.setActive(active);
        if (!changes.isEmpty()) {
            audit.record(AuditAction.CHANGED, KIND, user.getLogin(), changes);
        }
    }

    /**
     * Gives a user a new password, to be changed at the next sign-in, and unlocks it.
     *
     * @throws InvalidInputException naming {@code newPassword}
     */
    public void resetPassword(long id, String newPassword) {
        var user = users.get(id);
        Passwords.check("newPassword", newPassword, user.getLogin());
        user.changePassword(passwords.hash(newPassword), true);
        audit.record(AuditAction.CHANGED, KIND, user.getLogin(), List.of(AuditChange.ofSecret("Password")));
    }

    /**
     * Removes a user with its API tokens. Its name stays in the audit log.
     *
     * @throws ConflictException when no administrator would be left
     */
    public void remove(long id) {
        var user = users.get(id);
        keepOneAdministrator(user);
        users.remove(user);
        audit.record(AuditAction.REMOVED, KIND, user.getLogin(), List.of());
    }

    private void keepOneAdministrator(User leaving) {
        var administrators = users.lockAdministrators();
        if (administrators.size() == 1 && administrators.contains(leaving)) {
            throw new ConflictException("This is the last administrator. Make another user an administrator first.");
        }
    }
}
