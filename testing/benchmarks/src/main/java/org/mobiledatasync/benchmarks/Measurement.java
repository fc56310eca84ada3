package org.mobiledatasync.benchmarks;

import jakarta.json.Json;
import java.util.Locale;

/**
 * One measured case.
 *
 * @param name the case, with its database
 * @param seconds what the server took, by the run's own times
 * @param floor what the unavoidable part alone took, in seconds
 * @param amount how many rows or changes that was
 * @param heapMb the most heap that the server had in use, by its garbage collection log
 * @param apiCalls calls to Salesforce
 */
record Measurement(String name, double seconds, double floor, long amount, long heapMb, long apiCalls) {

    void print(boolean json) {
        if (json) {
            System.out.println(Json.createObjectBuilder()
                    .add("case", name)
                    .add("value", rounded(seconds))
                    .add("unit", "s")
                    .add("floor", rounded(floor))
                    .add("ratio", rounded(seconds / floor))
                    .add("heapMb", heapMb)
                    .add("apiCalls", apiCalls)
                    .build());
        } else {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-42s %8.2f s %9.0f/s   floor %7.2f s   ratio %6.2f   heap %4d MB   API calls %d",
                    name,
                    seconds,
                    amount / seconds,
                    floor,
                    seconds / floor,
                    heapMb,
                    apiCalls));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
