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
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Lets a program use the JSON API in the name of a user, with a role of its own, until it expires or is revoked.
 *
 * <p>Only a hash of the token is kept. It goes with its user, and rests while the user is inactive.
 */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token_seq")
    @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq", allocationSize = 50)
    private Long id;

    private String name;

    @Column(name = "token_hash")
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "user_id")
    private Long userId;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    @Column(name = "last_used_at")
    private OffsetDateTime lastUsedAt;

    protected ApiToken() {}

    /**
     * A new token.
     *
     * @param tokenHash SHA-256 of the token, in hexadecimal
     * @param expiresAt {@code null} when it never expires
     */
    public ApiToken(
            String name, String tokenHash, Role role, Long userId, OffsetDateTime now, OffsetDateTime expiresAt) {
        this.name = name;
        this.tokenHash = tokenHash;
        this.role = role;
        this.userId = userId;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public boolean isExpired(OffsetDateTime now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public void usedAt(OffsetDateTime now) {
        lastUsedAt = now;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Role getRole() {
        return role;
    }

    public Long getUserId() {
        return userId;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public OffsetDateTime getExpiresAt() {
        return expiresAt;
    }

    public Optional<OffsetDateTime> getLastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
