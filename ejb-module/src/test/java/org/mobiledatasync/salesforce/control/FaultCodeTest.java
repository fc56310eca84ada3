package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.salesforce.control.FaultCode.Remedy;

class FaultCodeTest {

    @ParameterizedTest
    @CsvSource({
        "INVALID_LOGIN, INVALID_LOGIN",
        "sf:INVALID_LOGIN, INVALID_LOGIN",
        "soapenv:UNABLE_TO_LOCK_ROW, UNABLE_TO_LOCK_ROW",
        "' unable_to_lock_row ', UNABLE_TO_LOCK_ROW",
        "DUPLICATES_DETECTED, OTHER",
        "A_CODE_OF_NEXT_YEAR, OTHER",
        "'', OTHER"
    })
    @DisplayName("codes are read with and without a prefix; unknown ones concern their record only")
    void reading(String said, FaultCode code) {
        assertThat(FaultCode.of(said)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_LOGIN, SIGN_IN",
        "LOGIN_MUST_USE_SECURITY_TOKEN, SIGN_IN",
        "PASSWORD_LOCKOUT, SIGN_IN",
        "INVALID_OPERATION, SIGN_IN",
        "INSUFFICIENT_ACCESS, SIGN_IN",
        "INVALID_FIELD, CONFIGURATION",
        "NOT_THE_EXPORT, CONFIGURATION",
        "HOST_UNKNOWN, CONFIGURATION",
        "REQUEST_LIMIT_EXCEEDED, LIMIT",
        "API_CURRENTLY_DISABLED, RETRY",
        "SERVER_UNAVAILABLE, RETRY",
        "UNABLE_TO_LOCK_ROW, RETRY",
        "ANSWER_LOST, RETRY",
        "ENTITY_IS_DELETED, RECORD",
        "OTHER, RECORD"
    })
    @DisplayName("what can help: a refused sign-in is never tried again, a lock is")
    void remedies(FaultCode code, Remedy remedy) {
        assertThat(code.remedy()).isEqualTo(remedy);
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    @DisplayName("every code has advice, as a sentence for people")
    void advice(FaultCode code) {
        assertThat(code.advice()).matches("(?s)[A-Z].+\\.");
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    @DisplayName("only what trying again can help becomes a temporary fault")
    void temporary(FaultCode code) {
        assertThat(SalesforceFault.of(code, null) instanceof TemporaryFault).isEqualTo(code.remedy() == Remedy.RETRY);
    }

    @Test
    @DisplayName("the message has the advice first, then Salesforce's own words")
    void message() {
        assertThat(SalesforceFault.of(FaultCode.INVALID_FIELD, "No such column 'X'"))
                .hasMessage(FaultCode.INVALID_FIELD.advice() + " (No such column 'X')");
        assertThat(SalesforceFault.of(FaultCode.INVALID_FIELD, " ")).hasMessage(FaultCode.INVALID_FIELD.advice());
    }
}
