package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.salesforce.control.FaultCode;

class RetryDelayTest {

    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW, 0, PT5M",
        "UNABLE_TO_LOCK_ROW, 1, PT10M",
        "SERVER_UNAVAILABLE, 2, PT20M",
        "UNABLE_TO_LOCK_ROW, 8, PT21H20M",
        "UNABLE_TO_LOCK_ROW, 1000, PT21H20M",
        "OTHER, 0, PT24H",
        "ENTITY_IS_DELETED, 5, PT24H",
        "INVALID_FIELD, 0, PT24H"
    })
    @DisplayName("soon, and ever later, when time alone may help; once a day when a person must")
    void afterRefusal(FaultCode code, int attempts, Duration delay) {
        assertThat(RetryDelay.afterRefusal(code, attempts)).isEqualTo(delay);
    }

    @Test
    @DisplayName("R5.5 after a lost answer the contact is looked up in five minutes, after skipping in a day")
    void others() {
        assertThat(RetryDelay.afterLostAnswer()).isEqualTo(Duration.ofMinutes(5));
        assertThat(RetryDelay.afterSkipping()).isEqualTo(Duration.ofDays(1));
        assertThat(RetryDelay.afterNotFinding(0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(RetryDelay.afterNotFinding(2)).isEqualTo(Duration.ofMinutes(20));
    }
}
