package org.mobiledatasync.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** Makes, hashes and checks passwords. Checking takes the same time whether there is such a user or not. */
@ApplicationScoped
public class Passwords {

    /** The fewest characters of a password that a person chooses. */
    public static final int SHORTEST = 10;

    /** Longer texts are refused before they are hashed. */
    public static final int LONGEST = 200;

    private static final int GENERATED_BYTES = 12;

    /** What OWASP recommends for PBKDF2 with HMAC-SHA-512. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000");

    private final SecureRandom random = new SecureRandom();
    private Pbkdf2PasswordHash algorithm;
    private ProvenPasswords proven;
    private String hashOfNobody;

    protected Passwords() {}

    @Inject
    public Passwords(Pbkdf2PasswordHash algorithm, Clock clock) {
        this.algorithm = algorithm;
        this.proven = new ProvenPasswords(random, clock);
        algorithm.initialize(PARAMETERS);
        hashOfNobody = hash(generate());
    }

    public String hash(String password) {
        return algorithm.generate(password.toCharArray());
    }

    public boolean matches(String password, String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        if (proven.holds(password, hash)) {
            return true;
        }
        boolean matches = algorithm.verify(password.toCharArray(), hash);
        if (matches) {
            proven.note(password, hash);
        }
        return matches;
    }

    /** Takes as long as {@link #matches}, so that the time of a refusal does not tell which logins exist. */
    public void matchNobody(String password) {
        matches(password, hashOfNobody);
    }

    /** A random password of 16 characters. */
    public String generate() {
        var bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Refuses a password that is too short, too long, or the login itself.
     *
     * @param field the input field that the refusal names
     * @throws InvalidInputException with the reason
     */
    public static void check(String field, String password, String login) {
        if (password == null || password.length() < SHORTEST) {
            throw new InvalidInputException(field, "A password needs at least " + SHORTEST + " characters.");
        }
        if (password.length() > LONGEST) {
            throw new InvalidInputException(field, "A password has at most " + LONGEST + " characters.");
        }
        if (password.equalsIgnoreCase(login)) {
            throw new InvalidInputException(field, "The password must not be the login.");
        }
    }
}
