package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.salesforce.control.FaultCode.Remedy;
import org.mobiledatasync.salesforce.control.SalesforceCredentials.ClientCredentials;
import org.mobiledatasync.salesforce.control.SalesforceCredentials.JwtBearer;
import org.mobiledatasync.simulator.oauth.OAuthApi;

class OAuthSignInTest {
    private static KeyPair ours;
    private static KeyPair another;

    private final SimulatedOrganisation organisation = new SimulatedOrganisation();

    @BeforeAll
    static void makeKeys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        ours = generator.generateKeyPair();
        another = generator.generateKeyPair();
    }

    @BeforeEach
    void giveTheAppItsKey() {
        setting(
                "appPublicKey",
                Base64.getEncoder().encodeToString(ours.getPublic().getEncoded()));
    }

    @AfterEach
    void stop() {
        organisation.close();
    }

    private void setting(String name, String value) {
        organisation.settings(
                Json.createObjectBuilder().add(name, value).build().toString());
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----"
                + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()) + "-----END PRIVATE KEY-----";
    }

    private SalesforceAccount byKey(String login, KeyPair keys) {
        return organisation.account(new JwtBearer(OAuthApi.CONSUMER_KEY, login, pem(keys)));
    }

    private SalesforceAccount bySecret() {
        return bySecret(OAuthApi.CONSUMER_KEY, OAuthApi.CONSUMER_SECRET);
    }

    private SalesforceAccount bySecret(String key, String secret) {
        return organisation.account(new ClientCredentials(key, secret));
    }

    private SalesforceFault refused(SalesforceAccount account) {
        return catchThrowableOfType(
                SalesforceFault.class, () -> organisation.signIn.signIn(account, organisation.counter));
    }

    @Test
    @DisplayName("R6.1 client credentials open a session for the API; the call counts as one that moves no record")
    void clientCredentials() {
        assertThat(organisation.client.describeContact(bySecret(), organisation.counter))
                .isNotEmpty();
        assertThat(organisation.calls("login")).isEqualTo(1);
        assertThat(organisation.counter.takeOthers()).isEqualTo(2);
    }

    @Test
    @DisplayName("a signed request opens a session for the API and the export")
    void jwtBearer(@TempDir Path folder) {
        SalesforceAccount account = byKey(SimulatedOrganisation.LOGIN, ours);

        assertThat(organisation.client.describeContact(account, organisation.counter))
                .isNotEmpty();
        organisation.reports.download(
                account, organisation.exportUrl(""), folder.resolve("export.csv"), () -> {}, organisation.counter);
        assertThat(folder.resolve("export.csv")).isNotEmptyFile();
        assertThat(organisation.calls("login")).isEqualTo(1);
    }

    @Test
    @DisplayName("a token that Salesforce ended is renewed once, by whatever method")
    void renewal() {
        SalesforceAccount account = bySecret();
        organisation.client.describeContact(account, organisation.counter);
        organisation.expireSessions();

        assertThat(organisation.client.describeContact(account, organisation.counter))
                .isNotEmpty();
        assertThat(organisation.calls("login")).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "wrong key, wrong secret, another's signature, another user, no approval: each in words, none repeated")
    void refusals() {
        assertThat(refused(bySecret("other", OAuthApi.CONSUMER_SECRET)))
                .returns(FaultCode.INVALID_CLIENT_ID, SalesforceFault::code)
                .hasMessageContaining("consumer key");
        assertThat(refused(bySecret(OAuthApi.CONSUMER_KEY, "wrong")))
                .returns(FaultCode.INVALID_CLIENT, SalesforceFault::code)
                .hasMessageContaining("consumer secret");
        assertThat(refused(byKey(SimulatedOrganisation.LOGIN, another)))
                .returns(FaultCode.INVALID_GRANT, SalesforceFault::code)
                .hasMessageContaining("invalid assertion");
        assertThat(refused(byKey("other@example.org", ours))).hasMessageContaining("hasn't approved this consumer");
        organisation.settings("{\"appApproved\":false}");
        assertThat(refused(bySecret()))
                .returns(true, SalesforceFault::needsPerson)
                .hasMessageContaining("no client credentials user enabled");
        assertThat(organisation.calls("login")).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "inactive_user, INACTIVE_USER, SIGN_IN",
        "unsupported_grant_type, UNSUPPORTED_GRANT_TYPE, SIGN_IN",
        "a_new_error, INVALID_GRANT, SIGN_IN",
        "rate_limit_exceeded, RATE_LIMIT_EXCEEDED, LIMIT"
    })
    @DisplayName("each refusal is told apart; an unknown one needs a person")
    void codes(String error, FaultCode code, Remedy remedy) {
        setting("oauthFault", error);
        SalesforceFault fault = refused(bySecret());

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.remedy()).isEqualTo(remedy);
        assertThat(fault).hasMessageContaining(error + ": ");
    }

    @ParameterizedTest
    @CsvSource({"html-gateway, GATEWAY, RETRY", "reset-before, ANSWER_LOST, RETRY"})
    @DisplayName("a fault of the way is not a wrong secret")
    void wayFaults(String kind, FaultCode code, Remedy remedy) {
        organisation.fault("{\"kind\":\"" + kind + "\",\"on\":\"login\"}");
        SalesforceFault fault = refused(bySecret());

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.remedy()).isEqualTo(remedy);
    }

    @Test
    @DisplayName("a clock that is far off is refused by Salesforce, and the message speaks of the clock")
    void clock() {
        organisation.settings("{\"clockOffsetMs\":600000}");

        assertThat(refused(byKey(SimulatedOrganisation.LOGIN, ours)))
                .hasMessageContaining("this server's clock")
                .hasMessageContaining("expired");
    }

    @Test
    @DisplayName("what is missing is said without a call")
    void incomplete() {
        assertThat(refused(bySecret("", "secret"))).hasMessageContaining("missing: consumer key");
        assertThat(refused(bySecret("key", " "))).hasMessageContaining("missing: consumer secret");
        assertThat(refused(organisation.account(new JwtBearer("key", "login", ""))))
                .returns(FaultCode.SIGN_IN_INCOMPLETE, SalesforceFault::code)
                .hasMessageContaining("missing: private key");
        assertThat(organisation.calls("login")).isZero();
    }

    @Test
    @DisplayName("no secret stands in any text that may be logged or shown")
    void noSecrets() {
        SalesforceSession session = organisation.signIn.signIn(bySecret(), organisation.counter);

        assertThat(session.toString()).doesNotContain(session.id());
        assertThat(bySecret().toString()).doesNotContain(OAuthApi.CONSUMER_SECRET);
        assertThat(bySecret().credentials().toString()).doesNotContain(OAuthApi.CONSUMER_SECRET);
        assertThat(byKey("me", ours).credentials().toString()).doesNotContain("BEGIN");
        for (Throwable cause = refused(bySecret(OAuthApi.CONSUMER_KEY, "my-secret"));
                cause != null;
                cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("my-secret");
        }
    }
}
