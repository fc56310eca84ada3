package org.mobiledatasync.salesforce.control;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private RSA key as people have it in a file: PEM of PKCS#8, not encrypted. Line breaks count for nothing, since a
 * browser takes them out of a one-line field.
 */
public final class PrivateKeyText {
    private static final int SHORTEST_BITS = 2048;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private PrivateKeyText() {}

    /** What is wrong with the text, and how to mend it; empty when it is a key that we can sign with. */
    public static Optional<String> problem(String text) {
        Matcher pem = PEM.matcher(text.strip());
        return switch (pem.matches() ? pem.group(1) : "") {
            case "PRIVATE KEY" -> keyProblem(pem.group(2));
            case "RSA PRIVATE KEY" ->
                Optional.of("This key is in an older form (PKCS#1). Convert it with: openssl pkcs8"
                        + " -topk8 -nocrypt -in old.key -out new.key");
            case "ENCRYPTED PRIVATE KEY" ->
                Optional.of("This key is locked with a passphrase. Take it off with: openssl"
                        + " pkcs8 -in locked.key -out open.key");
            case "CERTIFICATE" -> Optional.of("This is a certificate, not the private key that belongs to it.");
            case "PUBLIC KEY" -> Optional.of("This is a public key, not the private key that belongs to it.");
            default ->
                Optional.of("This is no private key. Paste the whole file, from -----BEGIN PRIVATE KEY----- to"
                        + " -----END PRIVATE KEY-----.");
        };
    }

    private static Optional<String> keyProblem(String base64) {
        try {
            return ((RSAPrivateKey) decoded(base64)).getModulus().bitLength() < SHORTEST_BITS
                    ? Optional.of("This key is too short: Salesforce needs 2048 bits or more.")
                    : Optional.empty();
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            return Optional.of("This key can't be read. It has to be a whole RSA key in PKCS#8 form.");
        }
    }

    /** @throws SalesforceFault SIGN_IN_INCOMPLETE when {@link #problem} has something to say */
    static PrivateKey read(String text) {
        Matcher pem = PEM.matcher(text.strip());
        if (!pem.matches()) {
            throw unusable();
        }
        try {
            return decoded(pem.group(2));
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static PrivateKey decoded(String base64) throws InvalidKeySpecException {
        byte[] key = Base64.getMimeDecoder().decode(base64);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    private static SalesforceFault unusable() {
        return SalesforceFault.of(FaultCode.SIGN_IN_INCOMPLETE, "the private key can't be read");
    }
}
