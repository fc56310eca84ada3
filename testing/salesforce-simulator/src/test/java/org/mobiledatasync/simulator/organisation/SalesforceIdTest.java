package org.mobiledatasync.simulator.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A Salesforce id")
class SalesforceIdTest {

    @ParameterizedTest
    @CsvSource({
        "003RO0000035WQg, YAM",
        "70130000001tcyI, AAQ",
        "001R00000064wc7, IAA",
        "003R000000DDMlT, IAX",
        "0038c00002hMS4k, AAG",
        "a0D30000001n7Pi, EAI"
    })
    @DisplayName("of 15 characters gets the check characters that public documents print")
    void checkCharacters(String fifteen, String suffix) {
        assertThat(SalesforceId.canonical(fifteen)).hasValue(fifteen + suffix);
        assertThat(SalesforceId.canonical(fifteen + suffix)).hasValue(fifteen + suffix);
        assertThat(SalesforceId.shortened(fifteen + suffix)).isEqualTo(fifteen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "003", "003RO0000035WQgYAN", "003RO0000035WQgyam", "003RO0000035WQ-", "003RO0000035WQgYA"})
    @DisplayName("of another length, with other characters or wrong check characters is none")
    void malformed(String text) {
        assertThat(SalesforceId.canonical(text)).isEmpty();
    }

    @Test
    @DisplayName("that the simulator gives is of a contact, well-formed and different for each number")
    void numbered() {
        String first = SalesforceId.numbered(SalesforceId.CONTACT_PREFIX, 61);
        String second = SalesforceId.numbered(SalesforceId.CONTACT_PREFIX, 62);

        assertThat(SalesforceId.ofContact(first)).hasValue(first);
        assertThat(SalesforceId.ofContact(second)).hasValue(second);
        assertThat(first).isNotEqualTo(second);
        assertThat(SalesforceId.ofContact(SalesforceId.numbered("001", 1))).isEmpty();
    }
}
