package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceHostsTest {
    private final SalesforceHosts hosts = new SalesforceHosts(List.of("http://127.0.0.1:8123"));

    @ParameterizedTest
    @CsvSource({
        "acme.my.salesforce.com, https://acme.my.salesforce.com",
        "' Acme.My.Salesforce.com ', https://acme.my.salesforce.com",
        "login.salesforce.com, https://login.salesforce.com",
        "acme--test.sandbox.my.salesforce.com, https://acme--test.sandbox.my.salesforce.com",
        "acme.lightning.force.com, https://acme.lightning.force.com",
        "127.0.0.1:8123, http://127.0.0.1:8123"
    })
    @DisplayName("Salesforce's own hosts are called by https, those that the operator lists as listed")
    void allowed(String typed, String base) {
        assertThat(hosts.base(typed)).contains(URI.create(base));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "salesforce.com",
                "evilsalesforce.com",
                "acme.my.salesforce.com.evil.example",
                "acme.my.salesforce.com:8443",
                "acme.my.salesforce.com/x",
                "user@acme.my.salesforce.com",
                "acme.my.salesforce.com@evil.example",
                "127.0.0.1",
                "127.0.0.1:8124",
                "localhost:8123",
                "169.254.169.254",
                "[::1]"
            })
    @DisplayName("any other host is refused, so that the form does not reach into the operator's network")
    void refused(String typed) {
        assertThat(hosts.base(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com/00O?x=CSV, true",
        "HTTPS://ACME.my.salesforce.com/00O, true",
        "http://acme.my.salesforce.com/00O, false",
        "https://user@acme.my.salesforce.com/, false",
        "ftp://acme.my.salesforce.com/, false",
        "https://127.0.0.1:8123/, false",
        "http://127.0.0.1:8123/00O, true",
        "https://evil.example/, false",
        "/00O?x=CSV, false",
        "mailto:a@acme.my.salesforce.com, false"
    })
    @DisplayName("an address is allowed by host and scheme together")
    void addresses(URI address, boolean allowed) {
        assertThat(hosts.allows(address)).isEqualTo(allowed);
    }

    @Test
    @DisplayName("a listed entry without a scheme allows nothing, and breaks nothing")
    void entryWithoutScheme() {
        SalesforceHosts careless = new SalesforceHosts(List.of("localhost:8123", "proxy.example"));

        assertThat(careless.base("localhost:8123")).isEmpty();
        assertThat(careless.base("acme.my.salesforce.com")).isPresent();
    }

    @Test
    @DisplayName("a listed entry is found in any case")
    void entryInAnyCase() {
        assertThat(new SalesforceHosts(List.of("http://Simulator.Example:8123")).base("simulator.example:8123"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com, https://login.salesforce.com",
        "https://login.salesforce.com, https://login.salesforce.com",
        "https://test.salesforce.com, https://test.salesforce.com",
        "https://acme--uat.sandbox.my.salesforce.com, https://test.salesforce.com",
        "http://127.0.0.1:8123, http://127.0.0.1:8123"
    })
    @DisplayName("a signed request is meant for the sign-in server of sandboxes, or of all others")
    void audience(URI host, URI audience) {
        assertThat(hosts.audience(host)).isEqualTo(audience);
    }
}
