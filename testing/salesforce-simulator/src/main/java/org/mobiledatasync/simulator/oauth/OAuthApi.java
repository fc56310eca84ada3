package org.mobiledatasync.simulator.oauth;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.mobiledatasync.simulator.http.Answer;
import org.mobiledatasync.simulator.http.ApiError;
import org.mobiledatasync.simulator.http.Request;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.Sessions;
import org.mobiledatasync.simulator.organisation.Settings;

/** The token endpoint, for the one app that the organisation knows. */
public final class OAuthApi {

    public static final String PATH = "/services/oauth2/token";
    public static final String CONSUMER_KEY = "3MVG9.SIMULATED_CONSUMER_KEY";
    public static final String CONSUMER_SECRET = "simulated-consumer-secret";

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Organisation organisation;
    private final Sessions sessions;
    private final String userName;

    /** @param userName the one user, as whom an app may act */
    public OAuthApi(Organisation organisation, Sessions sessions, String userName) {
        this.organisation = organisation;
        this.sessions = sessions;
        this.userName = userName;
    }

    public Answer answer(Request request) {
        if (!request.method().equals("POST")) {
            throw ApiError.notFound();
        }
        Map<String, String> form = request.form();
        try {
            Settings settings = organisation.settings();
            if (!settings.oauthFault().isEmpty()) {
                throw new OAuthError(settings.oauthFault(), "ordered by the settings");
            }
            boolean opaque =
                    switch (form.getOrDefault("grant_type", "")) {
                        case "client_credentials" -> clientCredentials(form, settings);
                        case JWT_BEARER -> jwtBearer(form, settings, request.origin());
                        default -> throw new OAuthError("unsupported_grant_type", "grant type not supported");
                    };
            return Answer.json(200, token(request.origin(), opaque).build());
        } catch (OAuthError refused) {
            return refused.toAnswer();
        }
    }

    private boolean clientCredentials(Map<String, String> form, Settings settings) {
        if (!CONSUMER_KEY.equals(form.get("client_id"))) {
            throw new OAuthError("invalid_client_id", "client identifier invalid");
        }
        if (!CONSUMER_SECRET.equals(form.get("client_secret"))) {
            throw new OAuthError("invalid_client", "invalid client credentials");
        }
        if (!settings.appApproved()) {
            throw new OAuthError("invalid_grant", "no client credentials user enabled");
        }
        return true;
    }

    private boolean jwtBearer(Map<String, String> form, Settings settings, String origin) {
        Assertion assertion = Assertion.parse(form.getOrDefault("assertion", ""));
        if (!assertion.claim("iss").equals(CONSUMER_KEY)) {
            throw new OAuthError("invalid_client_id", "client identifier invalid");
        }
        assertion.checkSignature(settings.appPublicKey());
        assertion.checkTime(organisation.now());
        if (!assertion.claim("aud").equals(origin)) {
            throw new OAuthError("invalid_grant", "audience is invalid");
        }
        if (!assertion.claim("sub").equalsIgnoreCase(userName) || !settings.appApproved()) {
            throw new OAuthError("invalid_grant", "user hasn't approved this consumer");
        }
        return false;
    }

    private JsonObjectBuilder token(String origin, boolean opaque) {
        JsonObjectBuilder token = Json.createObjectBuilder()
                .add("access_token", sessions.open())
                .add("instance_url", origin)
                .add("id", origin + "/id/" + Organisation.ID + "/" + Organisation.USER_ID)
                .add("token_type", "Bearer");
        return opaque
                ? token.add("token_format", "opaque")
                        .add("signature", "c2lnbmF0dXJl")
                        .add("issued_at", String.valueOf(organisation.now().toEpochMilli()))
                : token.add("scope", "api web");
    }
}
