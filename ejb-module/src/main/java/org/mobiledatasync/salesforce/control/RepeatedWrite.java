package org.mobiledatasync.salesforce.control;

import java.util.function.Supplier;

/** A write that may be tried several times. What one try may have written, no later one makes unwritten (R6.3). */
final class RepeatedWrite<T> implements Supplier<T> {
    private final Supplier<T> write;
    private boolean mayHaveWritten;

    RepeatedWrite(Supplier<T> write) {
        this.write = write;
    }

    /** Tries it once more. */
    @Override
    public T get() {
        try {
            return write.get();
        } catch (SalesforceFault fault) {
            if (mayHaveWritten) {
                throw fault.afterAnUnknownTry();
            }
            mayHaveWritten = !fault.hasWrittenNothing();
            throw fault;
        }
    }
}
