package org.mobiledatasync.simulator.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.simulator.organisation.RowError;
import org.mobiledatasync.simulator.organisation.SalesforceId;

/** Decides for the rows of one call which of them fail by order. A fault strikes a call once, however many rows. */
public final class RowFaults {

    private static final int EVERY_SECOND = 2;

    private final List<Fault> faults;
    private final Map<Fault, Boolean> struck = new HashMap<>();

    RowFaults(List<Fault> faults) {
        this.faults = faults.stream()
                .filter(fault -> fault.kind().stage() == FaultKind.Stage.ROWS)
                .toList();
    }

    /**
     * The error that a row gets by order.
     *
     * @param row its place in the call, from 0
     * @param contactId the contact that it is about, as the caller wrote it; empty for a create
     */
    public Optional<RowError> errorOf(int row, Optional<String> contactId) {
        return faults.stream()
                .filter(fault -> isAimedAt(fault, row, contactId))
                .filter(fault -> struck.computeIfAbsent(fault, Fault::strike))
                .findFirst()
                .map(RowFaults::error);
    }

    private static boolean isAimedAt(Fault fault, int row, Optional<String> contactId) {
        Optional<String> target = fault.text("contactId");
        if (target.isPresent()) {
            return target.flatMap(SalesforceId::canonical).equals(contactId.flatMap(SalesforceId::canonical));
        }
        if (fault.has("rows")) {
            return fault.lists("rows", row);
        }
        int every = fault.number("every", fault.kind() == FaultKind.ROW_LOCK ? EVERY_SECOND : 1);
        return row % every == 0;
    }

    private static RowError error(Fault fault) {
        return fault.kind() == FaultKind.ROW_LOCK
                ? RowError.of("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record")
                : RowError.of(
                        fault.text("statusCode").orElse("FIELD_CUSTOM_VALIDATION_EXCEPTION"),
                        fault.text("message").orElse("This record cannot be saved."));
    }
}
