package org.mobiledatasync.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A person who may sign in.
 *
 * <p>Life cycle: an administrator makes it with a first password that must be changed at the first sign-in; wrong
 * passwords lock it for a while; an inactive user cannot sign in but keeps its name in the audit log.
 */
@Entity
@Table(name = "app_user")
public class User {

    /** So many wrong passwords in a row lock the user. */
    public static final int ATTEMPTS_BEFORE_LOCK = 5;

    /** How long a locked user cannot sign in, even with the right password. */
    public static final Duration LOCK_TIME = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_user_seq")
    @SequenceGenerator(name = "app_user_seq", sequenceName = "app_user_seq", allocationSize = 50)
    private Long id;

    private String login;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean active = true;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "failed_attempts")
    private int failedAttempts;

    @Column(name = "locked_until")
    private OffsetDateTime lockedUntil;

    @Column(name = "last_sign_in_at")
    private OffsetDateTime lastSignInAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Version
    private int version;

    protected User() {}

    public User(String login, Role role, OffsetDateTime createdAt) {
        this.login = normalized(login);
        this.role = role;
        this.createdAt = createdAt;
    }

    /** Logins are compared without case and surrounding blanks. */
    public static String normalized(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** Sets the password by its hash; {@code mustChange} when somebody other than the user chose it. */
    public void changePassword(String hash, boolean mustChange) {
        passwordHash = hash;
        mustChangePassword = mustChange;
        failedAttempts = 0;
        lockedUntil = null;
    }

    /** By what a session knows that the password is still the one with which it began; tells nothing of the password. */
    public String passwordMark() {
        return UUID.nameUUIDFromBytes(passwordHash.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A right password was given. */
    public void signedIn(OffsetDateTime now) {
        failedAttempts = 0;
        lockedUntil = null;
        lastSignInAt = now;
    }

    /** A wrong password was given; the fifth in a row locks. */
    public void failedToSignIn(OffsetDateTime now) {
        failedAttempts++;
        if (failedAttempts >= ATTEMPTS_BEFORE_LOCK) {
            failedAttempts = 0;
            lockedUntil = now.plus(LOCK_TIME);
        }
    }

    public boolean isLocked(OffsetDateTime now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    public Long getId() {
        return id;
    }

    public String getLogin() {
        return login;
    }

    public String getPasswordHash() {
        return passwordHash;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public boolean isMustChangePassword() {
        return mustChangePassword;
    }

    public int getFailedAttempts() {
        return failedAttempts;
    }

    public Optional<OffsetDateTime> getLockedUntil() {
        return Optional.ofNullable(lockedUntil);
    }

    public Optional<OffsetDateTime> getLastSignInAt() {
        return Optional.ofNullable(lastSignInAt);
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
    }
}
