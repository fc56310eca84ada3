package org.mobiledatasync.profile.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "(212) 555-0123, US, +12125550123",
        "212.555.0123, US, +12125550123",
        "12125550123, US, +12125550123",
        "+1 212 555 0123, GB, +12125550123",
        "'\u00a0212\u00a0555\u00a00123 ', US, +12125550123",
        "２１２５５５０１２３, US, +12125550123",
        "tel:+1-212-555-0123, US, +12125550123",
        "07911 123456, GB, +447911123456",
        "00 44 7911 123456, FR, +447911123456",
        "312 345 6789, IT, +393123456789",
        "0151 23456789, DE, +4915123456789"
    })
    @DisplayName("R1.1 a mobile number, however written, is read with the region and kept in E.164")
    void mobileNumbersAreRead(String typed, String region, String e164) {
        assertThat(MobileNumbers.toE164(typed, region)).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "212 555 0123 ext. 7, US",
        "+1 212 555 0123;ext=7, US",
        "212 555 0123 x7, US",
        "800 555 0199, US",
        "555 0123, US",
        "+1 212 555 01234, US",
        "112 555 0123, US",
        "020 7946 0018, GB",
        "030 123456, DE",
        "no number, US",
        "+999 123456789, US",
        "2125550123, ZZ"
    })
    @DisplayName("R1.1 invalid numbers, extensions, landlines and toll-free numbers are no mobile numbers")
    void othersAreRefused(String typed, String region) {
        assertThat(MobileNumbers.toE164(typed, region)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\t"})
    void nothingTypedIsNoNumber(String typed) {
        assertThat(MobileNumbers.toE164(typed, "US")).isEmpty();
    }

    @Test
    @DisplayName("R1.1 without a region only numbers with their country code are read")
    void theRegionIsNeeded() {
        assertThat(MobileNumbers.toE164("+12125550123", null)).contains("+12125550123");
        assertThat(MobileNumbers.toE164("2125550123", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+12125550123, 2125550123", "+447911123456, 7911123456", "+393123456789, 3123456789"})
    void theNationalDigitsLeaveTheCountryCodeOut(String e164, String digits) {
        assertThat(MobileNumbers.nationalDigits(e164)).isEqualTo(digits);
    }
}
