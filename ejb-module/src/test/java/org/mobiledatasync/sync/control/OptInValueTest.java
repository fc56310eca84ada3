package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptInValueTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", "True", "yes", "YES", "y", "Y", "t", "T", "checked", "Checked", " 1 "})
    @DisplayName("R2.3 these mean yes, in any case")
    void yes(String cell) {
        assertThat(OptInValue.of(cell)).isEqualTo(OptInValue.TRUE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "0", "false", "FALSE", "no", "No", "n", "N", "f", "F", "unchecked", "UNCHECKED"})
    @DisplayName("R2.3 these mean no, and so does an empty cell")
    void no(String cell) {
        assertThat(OptInValue.of(cell)).isEqualTo(OptInValue.FALSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-1", "01", "on", "off", "x", "maybe", "yes!", "truefalse", "1.0", "null", "ja"})
    @DisplayName("R2.3 anything else is not readable, never taken for yes or no")
    void unreadable(String cell) {
        assertThat(OptInValue.of(cell)).isEqualTo(OptInValue.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"true, TRUE", "false, FALSE"})
    @DisplayName("R2.3 the API's own booleans are read as they are")
    void booleans(boolean optIn, OptInValue value) {
        assertThat(OptInValue.of(optIn)).isEqualTo(value);
    }
}
