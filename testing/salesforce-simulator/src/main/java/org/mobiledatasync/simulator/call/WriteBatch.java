package org.mobiledatasync.simulator.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mobiledatasync.simulator.organisation.ContactWrites;
import org.mobiledatasync.simulator.organisation.Organisation;
import org.mobiledatasync.simulator.organisation.RowError;
import org.mobiledatasync.simulator.organisation.RowResult;

/** The rows of one write call: carried out in their order, each failing alone, or all together. */
public final class WriteBatch {

    private final Organisation organisation;
    private final Call call;

    public WriteBatch(Organisation organisation, Call call) {
        this.organisation = organisation;
        this.call = call;
    }

    /**
     * One row of the call.
     *
     * @param id the contact that it is about, as the caller wrote it; empty for a create
     */
    public record Row(Optional<String> id, Function<ContactWrites, RowResult> action) {}

    /** Carries the rows out; with {@code allOrNone} one failure takes all of them back. */
    public List<RowResult> run(List<Row> rows, boolean allOrNone) {
        RowFaults faults = call.rowFaults();
        return organisation.write(call.invisibleFor(), writes -> {
            List<RowResult> results = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                results.add(faults.errorOf(i, row.id())
                        .map(error -> RowResult.refused(row.id(), error))
                        .orElseGet(() -> row.action().apply(writes)));
            }
            if (allOrNone && !results.stream().allMatch(RowResult::isSuccess)) {
                writes.rollBack();
                results.replaceAll(WriteBatch::rolledBack);
            }
            return results;
        });
    }

    /** How many of the rows were written. */
    public static int written(List<RowResult> results) {
        return (int) results.stream().filter(RowResult::isSuccess).count();
    }

    private static RowResult rolledBack(RowResult result) {
        RowError error = RowError.of(
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was using AllOrNone header");
        Optional<String> id = result.created() ? Optional.empty() : result.id();
        return result.isSuccess() ? RowResult.refused(id, error) : result;
    }
}
