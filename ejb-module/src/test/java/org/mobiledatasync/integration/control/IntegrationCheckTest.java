package org.mobiledatasync.integration.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.integration.entity.AuthMethod;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.SalesforceSignIn;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.salesforce.control.SalesforceHosts;

class IntegrationCheckTest {
    private static final String HOST = "acme.my.salesforce.com";
    private static final String EXPORT = "https://" + HOST + "/00O000000000001?export=1&enc=UTF-8&xf=csv";

    private final IntegrationCheck check = new IntegrationCheck(new SalesforceHosts(List.of()));
    private Integration integration;

    @BeforeEach
    void complete() {
        integration = new Integration("Acme", OffsetDateTime.parse("2026-11-24T00:00Z"));
        integration.getSignIn().setLogin("sync@example.org");
        integration.getSignIn().setPassword("secret");
        integration.getSignIn().setApiHost(HOST);
        integration.setCustomExportUrl(EXPORT);
        integration.getContactDefaults().setMobileOptInField("Mobile_Subscriber_c");
    }

    private List<String> problems() {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> check.check(integration));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::field).toList();
    }

    private List<String> problemsWith(Consumer<Integration> change) {
        change.accept(integration);
        return problems();
    }

    @Test
    @DisplayName("S2 a form that is well is let through, also with the guide's own name of the opt-in field")
    void well() {
        assertThat(problems()).isEmpty();
        assertThatCode(() -> check.checkComplete(integration)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "https://Acme.my.salesforce.com/, acme.my.salesforce.com",
        "http://acme.my.salesforce.com/home/home.jsp?x=1, acme.my.salesforce.com",
        "' acme.my.salesforce.com ', acme.my.salesforce.com",
        "localhost:8080, localhost:8080",
        "acme.my.salesforce.com?x=1, acme.my.salesforce.com",
        "acme.my. salesforce.com, acme.my.salesforce.com",
        "https://acme.lightning.force.com/lightning/page/home, acme.my.salesforce.com",
        "'', ''"
    })
    @DisplayName("S2 whatever was pasted, the host alone is kept")
    void hostOf(String pasted, String host) {
        assertThat(IntegrationCheck.hostOf(pasted)).isEqualTo(host);
    }

    @Test
    void noHost() {
        assertThat(IntegrationCheck.hostOf(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost:8080", "169.254.169.254", "acme.my.salesforce.com.evil.example"})
    @DisplayName("only Salesforce's hosts, and those that the operator lists, are let in")
    void foreignHost(String host) {
        assertThat(problemsWith(it -> it.getSignIn().setApiHost(host))).contains("apiHost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com/00O000000000001?export=1&xf=csv&enc=UTF-8",
                "https://acme.my.salesforce.com/00O000000000001",
                "http://acme.my.salesforce.com/00O000000000001?xf=csv",
                "https://other.my.salesforce.com/00O000000000001?xf=csv",
                "https://evil.example/?xf=csv",
                "https://user:pass@acme.my.salesforce.com/00O?xf=csv",
                "/00O000000000001?xf=csv",
                "no address at all =csv"
            })
    @DisplayName("S2 the Custom Export URL ends in =CSV and leads to the API host by https")
    void exportUrl(String url) {
        assertThat(problemsWith(it -> it.setCustomExportUrl(url))).containsExactly("customExportUrl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com/00O000000000001?export=1&xf=CSV",
                "https://ACME.my.salesforce.com/00O000000000001?export=1&xf=csv",
                " https://acme.my.salesforce.com/00O000000000001?export=1&xf=csv ",
                ""
            })
    @DisplayName("S2 S8 in any case; an empty one means that nothing is pulled")
    void goodExportUrl(String url) {
        assertThat(problemsWith(it -> it.setCustomExportUrl(url))).isEmpty();
    }

    @Test
    @DisplayName("the general sign-in hosts allow the export of any organisation")
    void signInHost() {
        assertThat(problemsWith(it -> it.getSignIn().setApiHost("login.salesforce.com")))
                .isEmpty();
    }

    @Test
    @DisplayName("S22 a quota is 0 or more, or blank for no limit")
    void quota() {
        assertThat(problemsWith(it -> it.setDailyApiQuota(-1))).containsExactly("dailyApiQuota");
        assertThat(problemsWith(it -> it.setDailyApiQuota(0))).isEmpty();
        assertThat(problemsWith(it -> it.setDailyApiQuota(null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mobile Subscriber", "1st__c", "", "x'; DROP", "Opt-In__c", "Ä__c"})
    @DisplayName("an API field name has letters, digits and underscores: it goes into queries")
    void apiName(String name) {
        assertThat(problemsWith(it -> it.getContactDefaults().setMobileOptInField(name)))
                .containsExactly("mobileOptInField");
    }

    @Test
    @DisplayName("every field that has to change is named at once")
    void allProblems() {
        integration.setName(" ");
        integration.setTimeZone("Mars/Olympus");
        integration.setDefaultRegion("USA");
        integration.setNightlyAt(null);
        integration.getContactDefaults().setDefaultFirstName("x".repeat(41));
        integration.getContactDefaults().setDefaultLastName("x".repeat(81));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "name", "timeZone", "defaultRegion", "nightlyAt", "defaultFirstName", "defaultLastName");
    }

    @Test
    @DisplayName("a draft may lack what a sync can't do without; an active integration may not")
    void incomplete() {
        integration.getSignIn().setLogin(null);
        integration.getSignIn().setPassword("");
        integration.getSignIn().setApiHost(" ");
        integration.setCustomExportUrl(null);
        assertThat(problems()).isEmpty();

        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> check.checkComplete(integration));
        assertThat(refused.problems()).extracting(Problem::field).containsExactly("login", "apiHost", "password");
    }

    @Test
    @DisplayName("each sign-in method lacks what it needs, and nothing of the others")
    void incompleteOAuth() {
        SalesforceSignIn signIn = integration.getSignIn();
        signIn.setLogin(null);
        signIn.setPassword(null);

        signIn.setAuthMethod(AuthMethod.CLIENT_CREDENTIALS);
        assertThat(missing()).containsExactly("clientId", "clientSecret");
        signIn.setClientId("key");
        signIn.setClientSecret("secret");
        assertThat(missing()).isEmpty();

        signIn.setAuthMethod(AuthMethod.JWT_BEARER);
        assertThat(missing()).containsExactly("login", "privateKey");
    }

    private List<String> missing() {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> check.checkComplete(integration));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::field).toList();
    }

    @Test
    @DisplayName("a private key that can't be used is refused when it is entered, not at night")
    void privateKey() {
        assertThat(problemsWith(it -> it.getSignIn().setPrivateKey("-----BEGIN CERTIFICATE-----")))
                .containsExactly("privateKey");
    }

    @Test
    @DisplayName("client credentials need the organisation's own host")
    void ownHost() {
        assertThat(problemsWith(it -> {
                    it.getSignIn().setAuthMethod(AuthMethod.CLIENT_CREDENTIALS);
                    it.getSignIn().setApiHost("login.salesforce.com");
                }))
                .containsExactly("apiHost");
    }
}
