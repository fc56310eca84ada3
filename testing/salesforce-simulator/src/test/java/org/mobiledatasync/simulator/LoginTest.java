package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The SOAP login")
class LoginTest {

    private static final String USER = "sync@example.org";
    private static final String PASSWORD = "simulator-passwordSIMTOKEN";

    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = RunningSimulator.withContacts(0);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("answers session, server and user in the documented order")
    void success() {
        HttpResponse<String> answer = simulator.login("64.0", USER, PASSWORD);
        String url = simulator.simulator().url();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(answer.body().replaceAll("(<[^/>]+>|<[^>]+/>)[^<]*(</[^>]+>)?", "$1"))
                .containsSubsequence(
                        "<metadataServerUrl>",
                        "<passwordExpired>",
                        "<sandbox>",
                        "<serverUrl>",
                        "<sessionId>",
                        "<userId>",
                        "<userInfo>",
                        "<organizationId>",
                        "<userName>",
                        "<userUiSkin>");
        assertThat(answer.body())
                .contains("<serverUrl>" + url + "services/Soap/u/64.0/00DSm0000000001</serverUrl>")
                .contains("<passwordExpired>false</passwordExpired>")
                .containsPattern("<sessionId>00DSm0000000001!AQ[\\w.]{20,}</sessionId>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/Soap/u/64.0/", "services/Soap/u/64.0/00DSm0000000001", "services/Soap/u/31.0"})
    @DisplayName("is served with a trailing slash and with the organisation's id")
    void otherPaths(String path) {
        HttpResponse<String> answer = simulator.soap(path, RunningSimulator.envelope(USER, PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "sync@example.org, simulator-password",
        "sync@example.org, SIMTOKEN",
        "other@example.org, simulator-passwordSIMTOKEN"
    })
    @DisplayName("refuses a wrong user, password or token with one and the same message")
    void wrongCredentials(String user, String password) {
        HttpResponse<String> answer = simulator.login("64.0", user, password);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(answer.body())
                .contains("<faultcode>sf:INVALID_LOGIN</faultcode>")
                .contains("<faultstring>INVALID_LOGIN: Invalid username, password, security token; or user locked out.")
                .contains("<sf:LoginFault xsi:type=\"sf:LoginFault\"><sf:exceptionCode>INVALID_LOGIN<");
    }

    @Test
    @DisplayName("is not available from version 65.0 on")
    void noLoginInNewVersions() {
        assertThat(simulator.login("65.0", USER, PASSWORD).body())
                .contains("<sf:exceptionCode>INVALID_OPERATION<")
                .contains("The SOAP Login operation is not available in the API version specified (65.0).");
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN_DISABLED, INVALID_OPERATION",
        "LOGIN_MUST_USE_SECURITY_TOKEN, LOGIN_MUST_USE_SECURITY_TOKEN",
        "API_DISABLED_FOR_ORG, API_DISABLED_FOR_ORG",
        "SERVER_UNAVAILABLE, SERVER_UNAVAILABLE"
    })
    @DisplayName("fails as the settings order")
    void orderedFaults(String setting, String code) {
        simulator.control("POST", "settings", "{\"loginFault\":\"" + setting + "\"}");

        HttpResponse<String> answer = simulator.login("64.0", USER, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<sf:exceptionCode>" + code + "<");
    }

    @Test
    @DisplayName("succeeds with passwordExpired=true when the password is said to be expired")
    void passwordExpired() {
        simulator.control("POST", "settings", "{\"passwordExpired\":true}");

        HttpResponse<String> answer = simulator.login("64.0", USER, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<passwordExpired>true</passwordExpired>");
    }

    @Test
    @DisplayName("refuses a document type, so that nothing can be read through it")
    void noDoctype() {
        String envelope = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + RunningSimulator.envelope("&e;", PASSWORD);

        HttpResponse<String> answer = simulator.soap("services/Soap/u/64.0", envelope);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Unable to parse request").contains("DOCTYPE");
    }

    @Test
    @DisplayName("opens a session for REST that lives until it is expired")
    void sessionLivesUntilExpired() {
        simulator.signIn();
        assertThat(simulator.get("limits").statusCode()).isEqualTo(200);

        simulator.control("POST", "expire-sessions", "");
        HttpResponse<String> answer = simulator.get("limits");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(RunningSimulator.array(answer).getJsonObject(0).getString("errorCode"))
                .isEqualTo("INVALID_SESSION_ID");
    }
}
