package org.mobiledatasync.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneMaskTest {

    @Test
    void onlyTheLastFourDigitsAreShown() {
        assertThat(PhoneMask.mask("+12025550123")).isEqualTo("***0123");
    }

    @Test
    void aNumberTooShortToHideIsNotShownAtAll() {
        assertThat(PhoneMask.mask("0123")).isEqualTo("***");
        assertThat(PhoneMask.mask("")).isEqualTo("***");
        assertThat(PhoneMask.mask(null)).isEqualTo("***");
    }
}
