package org.mobiledatasync.access.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a few minutes which passwords were right, so that a program which signs in with every call does not cost
 * a slow hash each time. Kept in memory only, as a digest under a key that ends with the server; a changed password has
 * another hash and is not known here. Wrong passwords always take the slow way.
 */
final class ProvenPasswords {
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int MOST = 1000;
    private static final String DIGEST = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;
    private final Map<String, Proof> proofs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Proof> eldest) {
            return size() > MOST;
        }
    };

    private record Proof(byte[] digest, Instant until) {}

    ProvenPasswords(SecureRandom random, Clock clock) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, DIGEST);
        this.clock = clock;
    }

    /** Whether the password was found to match the hash a short while ago. */
    synchronized boolean holds(String password, String hash) {
        Proof proof = proofs.get(hash);
        return proof != null
                && clock.instant().isBefore(proof.until)
                && MessageDigest.isEqual(proof.digest, digest(password));
    }

    synchronized void note(String password, String hash) {
        proofs.put(hash, new Proof(digest(password), clock.instant().plus(VALID)));
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + DIGEST, e);
        }
    }
}
