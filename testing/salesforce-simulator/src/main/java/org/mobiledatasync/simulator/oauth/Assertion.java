package org.mobiledatasync.simulator.oauth;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A JSON Web Token with which an app asks to act for a user. */
final class Assertion {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final String signed;
    private final JsonObject claims;
    private final byte[] signature;

    private Assertion(String signed, JsonObject claims, byte[] signature) {
        this.signed = signed;
        this.claims = claims;
        this.signature = signature;
    }

    static Assertion parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw invalid();
        }
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            if (!json(base64.decode(parts[0])).getString("alg", "").equals("RS256")) {
                throw invalid();
            }
            return new Assertion(parts[0] + "." + parts[1], json(base64.decode(parts[1])), base64.decode(parts[2]));
        } catch (IllegalArgumentException | JsonException e) {
            throw invalid();
        }
    }

    private static JsonObject json(byte[] text) {
        try (var reader = Json.createReader(new StringReader(new String(text, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    String claim(String name) {
        return claims.getString(name, "");
    }

    /** @param publicKey X.509 in Base64, as the app has it; empty when it has none */
    void checkSignature(String publicKey) {
        try {
            byte[] key = Base64.getMimeDecoder().decode(publicKey);
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            if (!check.verify(signature)) {
                throw invalid();
            }
        } catch (GeneralSecurityException e) {
            throw invalid();
        }
    }

    void checkTime(Instant now) {
        Instant end = Instant.ofEpochSecond(claims.getJsonNumber("exp") == null ? 0 : claims.getInt("exp"));
        if (end.isBefore(now) || end.isAfter(now.plus(LONGEST))) {
            throw new OAuthError("invalid_grant", "invalid assertion: the token has expired or lasts too long");
        }
    }

    private static OAuthError invalid() {
        return new OAuthError("invalid_grant", "invalid assertion");
    }
}
