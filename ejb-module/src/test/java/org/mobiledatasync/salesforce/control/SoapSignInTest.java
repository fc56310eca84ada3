package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.salesforce.control.FaultCode.Remedy;

class SoapSignInTest {
    private final SimulatedOrganisation organisation = new SimulatedOrganisation();

    @AfterEach
    void stop() {
        organisation.close();
    }

    private SalesforceFault refused(SalesforceAccount account) {
        return catchThrowableOfType(
                SalesforceFault.class, () -> organisation.signIn.signIn(account, organisation.counter));
    }

    @Test
    @DisplayName("R6.1 login, password and token open a session; the call is counted as one that moves no record")
    void success() {
        SalesforceSession session = organisation.signIn.signIn(organisation.account(), organisation.counter);

        assertThat(session.instance().getAuthority())
                .isEqualTo(organisation.base().getAuthority());
        assertThat(session.id()).startsWith("00D");
        assertThat(organisation.counter.take()).isEqualTo(1);
        assertThat(organisation.counter.takeOthers()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "other@example.org, simulator-password, SIMTOKEN",
        "sync@example.org, wrong-password, SIMTOKEN",
        "sync@example.org, simulator-password, ''",
        "sync@example.org, simulator-password, OLDTOKEN",
        "'<&\"''>', 'a]]>b</password>', '<'"
    })
    @DisplayName("a wrong login, password or token is refused, once, and the message says what to check")
    void wrongCredentials(String login, String password, String token) {
        SalesforceFault fault = refused(organisation.account(login, password, token));

        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_LOGIN);
        assertThat(fault.needsPerson()).isTrue();
        assertThat(fault.getMessage())
                .contains("login, password or security token")
                .contains("INVALID_LOGIN: ");
        assertThat(organisation.calls("login")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN_MUST_USE_SECURITY_TOKEN, LOGIN_MUST_USE_SECURITY_TOKEN, SIGN_IN, security token is missing",
        "LOGIN_DISABLED, INVALID_OPERATION, SIGN_IN, Contact the org administrator",
        "API_DISABLED_FOR_ORG, API_DISABLED_FOR_ORG, SIGN_IN, no API access",
        "PASSWORD_LOCKOUT, PASSWORD_LOCKOUT, SIGN_IN, locked out",
        "INSUFFICIENT_ACCESS, INSUFFICIENT_ACCESS, SIGN_IN, Use Any API Auth",
        "A_NEW_CODE, INVALID_LOGIN, SIGN_IN, A_NEW_CODE",
        "SERVER_UNAVAILABLE, SERVER_UNAVAILABLE, RETRY, too busy",
        "API_CURRENTLY_DISABLED, API_CURRENTLY_DISABLED, RETRY, down for the moment"
    })
    @DisplayName("each refusal is told apart, with Salesforce's words and what can be done")
    void refusals(String ordered, FaultCode code, Remedy remedy, String words) {
        organisation.settings("{\"loginFault\":\"" + ordered + "\"}");
        SalesforceFault fault = refused(organisation.account());

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.remedy()).isEqualTo(remedy);
        assertThat(fault).hasMessageContaining(words);
    }

    @Test
    @DisplayName("an expired password is no sign-in, though Salesforce answers with 200")
    void expiredPassword() {
        organisation.settings("{\"passwordExpired\":true}");

        assertThat(refused(organisation.account()).code()).isEqualTo(FaultCode.INVALID_OPERATION_WITH_EXPIRED_PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "html-gateway, GATEWAY, RETRY",
        "reset-before, ANSWER_LOST, RETRY",
        "request-limit, REQUEST_LIMIT_EXCEEDED, LIMIT"
    })
    @DisplayName("a fault of the way is not a wrong password")
    void wayFaults(String kind, FaultCode code, Remedy remedy) {
        organisation.fault("{\"kind\":\"" + kind + "\",\"on\":\"login\"}");
        SalesforceFault fault = refused(organisation.account());

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.remedy()).isEqualTo(remedy);
    }

    @Test
    @DisplayName("R6.3 a host that nobody answers at: the request never left")
    void nobodyThere() {
        SalesforceAccount account = organisation.account();
        organisation.close();
        SalesforceFault fault = refused(account);

        assertThat(fault.code()).isEqualTo(FaultCode.NO_CONNECTION);
        assertThat(fault.hasNeverLeft()).isTrue();
    }

    @Test
    @DisplayName("no secret stands in any text that may be logged or shown")
    void noSecrets() {
        SalesforceSession session = organisation.signIn.signIn(organisation.account(), organisation.counter);
        SalesforceFault fault = refused(organisation.account("sync@example.org", "my-secret", "MYTOKEN"));

        assertThat(organisation.account().toString())
                .doesNotContain(SimulatedOrganisation.PASSWORD)
                .doesNotContain(SimulatedOrganisation.TOKEN);
        assertThat(session.toString()).doesNotContain(session.id());
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("my-secret").doesNotContain("MYTOKEN");
        }
    }
}
