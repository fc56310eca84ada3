package org.mobiledatasync.simulator.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.simulator.http.Request;

/** A request, what it is about, and the faults that strike it. */
public record Call(Request request, CallKind kind, List<Fault> faults) {

    public Optional<Fault> fault(FaultKind wanted) {
        return faults.stream().filter(fault -> fault.kind() == wanted).findFirst();
    }

    public boolean has(FaultKind wanted) {
        return fault(wanted).isPresent();
    }

    public RowFaults rowFaults() {
        return new RowFaults(faults);
    }

    /** How long queries and reports shall not see what this call writes. */
    public Duration invisibleFor() {
        return fault(FaultKind.LATE_VISIBILITY).map(Fault::duration).orElse(Duration.ZERO);
    }
}
