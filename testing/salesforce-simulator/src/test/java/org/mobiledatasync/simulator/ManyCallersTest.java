package org.mobiledatasync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Many callers at once")
class ManyCallersTest {

    private static final int CALLS = 60;

    @Test
    @DisplayName("upsert one key to one contact, lose no write and always see a whole report")
    void together() {
        try (RunningSimulator simulator = RunningSimulator.withContacts(500)) {
            simulator.signIn();
            List<CompletableFuture<Integer>> writes = IntStream.range(0, CALLS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> upsert(simulator, number % 2)))
                    .toList();
            List<CompletableFuture<Boolean>> reports = IntStream.range(0, CALLS / 4)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> isWhole(simulator.report().body())))
                    .toList();

            var statuses = writes.stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(statuses).containsOnlyKeys(200, 201).containsEntry(201, 2L);
            assertThat(reports).allMatch(CompletableFuture::join);
            assertThat(simulator.query("SELECT COUNT() FROM Contact").body()).contains("\"totalSize\":502");
            assertThat(simulator.control("GET", "calls", "").body())
                    .contains("\"upsert\":" + CALLS, "\"recordsWritten\":" + CALLS);
        }
    }

    private static int upsert(RunningSimulator simulator, int key) {
        return simulator
                .rest("PATCH", "sobjects/Contact/Mobile_Data_Sync_Id__c/k" + key, "{\"LastName\":\"Many\"}")
                .statusCode();
    }

    private static boolean isWhole(String report) {
        return report.startsWith("\"Contact ID\"") && report.endsWith("\"Example Federation\"\n");
    }
}
