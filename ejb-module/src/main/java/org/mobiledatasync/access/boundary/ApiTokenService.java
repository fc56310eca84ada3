package org.mobiledatasync.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.access.entity.ApiToken;
import org.mobiledatasync.access.entity.ApiTokenRepository;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.Role;
import org.mobiledatasync.access.entity.User;
import org.mobiledatasync.access.entity.UserRepository;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** Tokens with which programs use the JSON API. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class ApiTokenService {

    private static final String KIND = "API token";
    private static final String PREFIX = "mds_";
    private static final int RANDOM_BYTES = 32;

    /** The last use is written only so often, whatever the number of requests. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private ApiTokenRepository tokens;
    private UserRepository users;
    private AuditLog audit;
    private Caller caller;
    private Clock clock;

    protected ApiTokenService() {}

    @Inject
    public ApiTokenService(
            ApiTokenRepository tokens, UserRepository users, AuditLog audit, Caller caller, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** All tokens, the newest first. */
    public List<ApiToken> findAll() {
        return tokens.findAll();
    }

    /**
     * Makes a token that works in the name of the caller.
     *
     * @param validity {@code null} when it never expires
     * @return the token itself, which cannot be read again
     * @throws InvalidInputException naming {@code name}
     */
    public String create(String name, Role role, Duration validity) {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw new InvalidInputException("name", "A token needs a name of up to 100 characters.");
        }
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var owner = users.findByLogin(caller.name()).orElseThrow();
        var now = OffsetDateTime.now(clock);
        var expiresAt = validity == null ? null : now.plus(validity);
        tokens.add(new ApiToken(name.strip(), hash(token), role, owner.getId(), now, expiresAt));
        audit.record(AuditAction.CREATED, KIND, name.strip(), List.of(new AuditChange("Role", "", role.name())));
        return token;
    }

    /** Whose token this is, by user and token, with the lesser role of both; empty when it is not, or no longer, valid. */
    @PermitAll
    public Optional<Account> findAccount(String token) {
        var now = OffsetDateTime.now(clock);
        return tokens.findByHash(hash(token))
                .filter(found -> !found.isExpired(now))
                .flatMap(found -> {
                    var user = users.find(found.getUserId()).filter(User::isActive);
                    user.ifPresent(owner -> noteUse(found, now));
                    return user.map(Account::of)
                            .map(account -> account.of(found.getName(), lesser(account.role(), found.getRole())));
                });
    }

    private static void noteUse(ApiToken token, OffsetDateTime now) {
        if (token.getLastUsedAt()
                .filter(last -> last.plus(PRECISION).isAfter(now))
                .isEmpty()) {
            token.usedAt(now);
        }
    }

    private static Role lesser(Role one, Role other) {
        return one.covers(other) ? other : one;
    }

    /** The token works no longer. */
    public void revoke(long id) {
        var token = tokens.get(id);
        tokens.remove(token);
        audit.record(AuditAction.REMOVED, KIND, token.getName(), List.of());
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
