package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceIdTest {

    @ParameterizedTest
    @CsvSource({
        "003RO0000035WQg, 003RO0000035WQgYAM",
        "003R000000DDMlT, 003R000000DDMlTIAX",
        "003RO0000035WQgYAM, 003RO0000035WQgYAM",
        "' 003R000000DDMlTIAX ', 003R000000DDMlTIAX",
        "003000000000000, 003000000000000AAA",
        "003AAAAAAAAAAAA, 003AAAAAAAAAAAAY55",
        "003aaaaaaaaaaaa, 003aaaaaaaaaaaaAAA"
    })
    @DisplayName("R1.2 ids are kept in 18 characters; those of 15 are extended")
    void contactIds(String typed, String kept) {
        assertThat(SalesforceId.ofContact(typed)).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({"003RO0000035WQg, 003RO0000035WQG", "003R000000DDMlT, 003r000000DDMlT"})
    @DisplayName("R1.2 two ids that differ only in case are two contacts")
    void caseCounts(String one, String other) {
        assertThat(SalesforceId.ofContact(one)).isNotEqualTo(SalesforceId.ofContact(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "70130000001tcyI",
                "70130000001tcyIAAQ",
                "001R00000064wc7IAA",
                "0038c00002hMS4kAAH",
                "003RO0000035WQgyam",
                "003RO0000035wQgYAM",
                "003RO0000035WQgYA",
                "003RO0000035WQ",
                "003RO0000035WQgYAMX",
                "003RO0000035W-g",
                "003RO0000035WQ\u0660",
                "003 RO0000035WQg",
                "003",
                "",
                "Grand Totals (5 records)"
            })
    @NullSource
    @DisplayName("R1.2 ids of other objects, wrong check characters, lengths and alphabets are no Contact ids")
    void otherIds(String typed) {
        assertThat(SalesforceId.ofContact(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0038c00002hMS4k, AAG", "003RO0000035WQg, YAM", "003R000000DDMlT, IAX"})
    @DisplayName("R1.2 the check characters are those that Salesforce prints")
    void checkCharacters(String shortId, String check) {
        assertThat(SalesforceId.ofContact(shortId)).contains(shortId + check);
    }
}
