package org.mobiledatasync.simulator.organisation;

import java.util.List;

/**
 * Why one record was refused.
 *
 * @param matches the contacts that a duplicate rule found; empty for every other reason
 */
public record RowError(String statusCode, String message, List<String> fields, List<String> matches) {

    public static RowError of(String statusCode, String message, String... fields) {
        return new RowError(statusCode, message, List.of(fields), List.of());
    }

    static RowError duplicates(List<String> contactIds) {
        return new RowError("DUPLICATES_DETECTED", "Use one of these records?", List.of(), contactIds);
    }
}
