package org.mobiledatasync.salesforce.control;

/** A fault that trying again can help; a type of its own, since {@link RetryPolicy} tells faults apart by type. */
final class TemporaryFault extends SalesforceFault {

    TemporaryFault(FaultCode code, String message, Fate fate, Throwable cause) {
        super(code, message, fate, cause);
    }
}
