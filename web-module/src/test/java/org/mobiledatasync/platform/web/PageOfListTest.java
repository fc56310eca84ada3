package org.mobiledatasync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageOfListTest {

    @Test
    void thePageOfTheAddressIsShown() {
        assertThat(PageOfList.firstOf("2")).isEqualTo(100);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "two", "99999999999"})
    void whatIsNoPageIsTheFirst(String page) {
        assertThat(PageOfList.firstOf(page)).isZero();
    }

    @Test
    void aPageBeyondEveryListIsStillANumber() {
        assertThat(PageOfList.firstOf("2147483647")).isPositive();
    }
}
