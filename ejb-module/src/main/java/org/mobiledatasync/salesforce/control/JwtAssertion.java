package org.mobiledatasync.salesforce.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.mobiledatasync.salesforce.control.SalesforceCredentials.JwtBearer;

/** The signed request with which an app asks to act for a user: a JSON Web Token by RS256 (RFC 7519, RFC 7515). */
final class JwtAssertion {
    /** Salesforce takes assertions that end within five minutes; its clock and ours may differ a little. */
    private static final Duration VALID = Duration.ofMinutes(3);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            encoded(Json.createObjectBuilder().add("alg", "RS256").build());

    private JwtAssertion() {}

    /**
     * @param audience the sign-in server that it is meant for
     * @throws SalesforceFault SIGN_IN_INCOMPLETE when the private key can't be used
     */
    static String of(JwtBearer credentials, URI audience, Instant now) {
        String claims = encoded(Json.createObjectBuilder()
                .add("iss", credentials.consumerKey())
                .add("sub", credentials.login())
                .add("aud", audience.toString())
                .add("exp", now.plus(VALID).getEpochSecond())
                .build());
        String signed = HEADER + "." + claims;
        return signed + "." + signature(PrivateKeyText.read(credentials.privateKey()), signed);
    }

    private static String signature(PrivateKey key, String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw SalesforceFault.of(FaultCode.SIGN_IN_INCOMPLETE, "the private key can't sign");
        }
    }

    private static String encoded(JsonObject part) {
        return BASE64.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }
}
