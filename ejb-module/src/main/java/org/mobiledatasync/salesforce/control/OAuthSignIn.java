package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mobiledatasync.salesforce.control.SalesforceCredentials.ClientCredentials;
import org.mobiledatasync.salesforce.control.SalesforceCredentials.JwtBearer;

/**
 * Signs in at the OAuth token endpoint, by client credentials (RFC 6749, 4.4) or by a signed assertion (RFC 7523). The
 * access token takes the place of a session id in every call that follows, the export included: for that the app needs
 * the scopes {@code api} and {@code web}.
 */
@ApplicationScoped
public class OAuthSignIn {
    private static final String PATH = "/services/oauth2/token";

    private SalesforceHttp http;
    private SalesforceHosts hosts;
    private Clock clock;

    protected OAuthSignIn() {}

    @Inject
    public OAuthSignIn(SalesforceHttp http, SalesforceHosts hosts, Clock clock) {
        this.http = http;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** @throws SalesforceFault when Salesforce refuses, with what a person can do */
    public SalesforceSession signIn(URI host, ClientCredentials credentials, CallCounter counter) {
        return ask(
                host,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", credentials.consumerKey(),
                        "client_secret", credentials.consumerSecret()),
                counter);
    }

    /** @throws SalesforceFault when Salesforce refuses, or the key can't be used, with what a person can do */
    public SalesforceSession signIn(URI host, JwtBearer credentials, CallCounter counter) {
        return ask(
                host,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        "assertion",
                        JwtAssertion.of(credentials, hosts.audience(host), clock.instant())),
                counter);
    }

    private SalesforceSession ask(URI host, Map<String, String> form, CallCounter counter) {
        String body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(host.resolve(PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        counter.countOther();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString(), counter);
        JsonObject answer = read(response);
        if (response.statusCode() != 200) {
            throw refusal(answer, response);
        }
        String token = answer.getString("access_token", "");
        if (token.isEmpty()) {
            throw notOAuth(response);
        }
        return new SalesforceSession(hosts.instance(answer.getString("instance_url", "")), token);
    }

    private static JsonObject read(HttpResponse<String> response) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw notOAuth(response);
        }
    }

    private static SalesforceFault refusal(JsonObject answer, HttpResponse<String> response) {
        String error = answer.getString("error", "");
        if (error.isEmpty()) {
            return notOAuth(response);
        }
        FaultCode known = FaultCode.of(error);
        if (known == FaultCode.OTHER) {
            // At sign-in there is no record to blame: what we don't know is the sign-in's fault too.
            known = response.statusCode() >= 500 ? FaultCode.SERVER_UNAVAILABLE : FaultCode.INVALID_GRANT;
        }
        return SalesforceFault.of(known, error + ": " + answer.getString("error_description", ""));
    }

    /** A page of a gateway, say: the host is to blame for it, never the credentials. */
    private static SalesforceFault notOAuth(HttpResponse<String> response) {
        return SalesforceFault.of(
                response.statusCode() >= 500 ? FaultCode.GATEWAY : FaultCode.HOST_UNKNOWN,
                "the host answered the sign-in with status " + response.statusCode()
                        + " and something that is not a token");
    }
}
