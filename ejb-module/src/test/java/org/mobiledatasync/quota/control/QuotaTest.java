package org.mobiledatasync.quota.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/** What a call of 200 contacts leaves of the day, when it fails. */
class QuotaTest {
    private final Day day = new Day();
    private final Quota quota = new Quota(day);
    private final Reservation reservation = quota.reserve(1L, 200, true);

    private static final class Day extends QuotaLedger {
        private long used;

        @Override
        public Optional<Reservation> reserve(long integrationId, long wanted, boolean forOptOuts) {
            used += wanted;
            return Optional.of(new Reservation(integrationId, LocalDate.EPOCH, wanted, forOptOuts));
        }

        @Override
        public void giveBack(Reservation reservation, long unused) {
            used -= unused;
        }
    }

    private static <T> Supplier<T> failing(SalesforceFault fault) {
        return () -> {
            throw fault;
        };
    }

    static Stream<SalesforceFault> refusals() {
        return Stream.of(
                SalesforceFault.of(FaultCode.SERVER_UNAVAILABLE, "busy"),
                SalesforceFault.of(FaultCode.API_CURRENTLY_DISABLED, null),
                SalesforceFault.of(FaultCode.REQUEST_LIMIT_EXCEEDED, "TotalRequests Limit exceeded."),
                SalesforceFault.of(FaultCode.INVALID_FIELD, "No such column"),
                SalesforceFault.of(FaultCode.INVALID_SESSION_ID, null),
                SalesforceFault.neverLeft(FaultCode.NO_CONNECTION, "refused", null));
    }

    static Stream<SalesforceFault> doubts() {
        return Stream.of(
                SalesforceFault.answerLost("reset", null),
                SalesforceFault.of(FaultCode.GATEWAY, "status 502 without data"),
                SalesforceFault.of(FaultCode.UNKNOWN_EXCEPTION, "status 500"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    @DisplayName("R6.3 a write that Salesforce refused as a whole, or that never left, is given back")
    void refusedWrite(SalesforceFault fault) {
        assertThatThrownBy(() -> quota.write(reservation, failing(fault))).isSameAs(fault);

        assertThat(day.used).isZero();
    }

    @ParameterizedTest
    @MethodSource("doubts")
    @DisplayName("R6.3 a write that may have had an effect stays spent")
    void writeInDoubt(SalesforceFault fault) {
        assertThatThrownBy(() -> quota.write(reservation, failing(fault))).isSameAs(fault);

        assertThat(day.used).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource({"refusals", "doubts"})
    @DisplayName("R6.1 a read that failed read no record, whatever failed")
    void failedRead(SalesforceFault fault) {
        assertThatThrownBy(() -> quota.read(reservation, failing(fault))).isSameAs(fault);

        assertThat(day.used).isZero();
    }

    @Test
    @DisplayName("R6.3 a call that went through is the caller's to settle")
    void success() {
        assertThat(quota.write(reservation, () -> "written")).isEqualTo("written");
        assertThat(quota.read(reservation, () -> "read")).isEqualTo("read");

        assertThat(day.used).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultCode.class,
            mode = Mode.EXCLUDE,
            names = {"UNKNOWN_EXCEPTION", "GATEWAY", "NO_CONNECTION", "ANSWER_LOST"})
    @DisplayName("R6.3 whatever Salesforce itself gives as a reason means that nothing was written")
    void reasons(FaultCode code) {
        assertThat(SalesforceFault.of(code, null).hasWrittenNothing()).isTrue();
    }
}
