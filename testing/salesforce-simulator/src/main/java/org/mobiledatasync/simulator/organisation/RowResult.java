package org.mobiledatasync.simulator.organisation;

import java.util.List;
import java.util.Optional;

/**
 * What became of one record of a write.
 *
 * @param created true when the write made the record, false when it changed or removed one
 */
public record RowResult(Optional<String> id, boolean created, List<RowError> errors) {

    static RowResult created(String id) {
        return new RowResult(Optional.of(id), true, List.of());
    }

    static RowResult changed(String id) {
        return new RowResult(Optional.of(id), false, List.of());
    }

    public static RowResult refused(Optional<String> id, RowError error) {
        return new RowResult(id, false, List.of(error));
    }

    static RowResult refused(Optional<String> id, List<RowError> errors) {
        return new RowResult(id, false, errors);
    }

    public boolean isSuccess() {
        return errors.isEmpty();
    }
}
