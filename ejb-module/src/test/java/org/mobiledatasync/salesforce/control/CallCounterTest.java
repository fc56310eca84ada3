package org.mobiledatasync.salesforce.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCounterTest {
    private final CallCounter counter = new CallCounter();

    @ParameterizedTest
    @CsvSource({
        "api-usage=10018/100000, 10018, 100000",
        "'api-usage=25/15000; per-app-api-usage=17/250(appName=sample)', 25, 15000"
    })
    @DisplayName("R6.1 Salesforce's own figure is read from its header")
    void usage(String header, long used, long max) {
        counter.heard(header);

        assertThat(counter.usage()).isEqualTo(new CallCounter.Usage(used, max));
    }

    @Test
    @DisplayName("a per-app figure alone is not the organisation's")
    void notPerApp() {
        counter.heard("per-app-api-usage=17/250(appName=sample)");

        assertThat(counter.usage()).isNull();
    }

    @Test
    @DisplayName("a header that says nothing of usage keeps the last figure")
    void nothingNew() {
        counter.heard("api-usage=1/2");
        counter.heard("something else");

        assertThat(counter.usage()).isEqualTo(new CallCounter.Usage(1, 2));
    }

    @Test
    @DisplayName("R6.1 calls are handed over once; those that move no record are counted apart")
    void counting() {
        counter.count();
        counter.count();
        counter.countOther();

        assertThat(counter.take()).isEqualTo(2);
        assertThat(counter.take()).isZero();
        assertThat(counter.takeOthers()).isEqualTo(1);
        assertThat(counter.takeOthers()).isZero();
    }
}
