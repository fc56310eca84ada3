package org.mobiledatasync.salesforce.control;

import jakarta.ejb.ApplicationException;

/** A call to Salesforce failed: what it said, and what can be done. Its message is fit for people and holds no secret. */
@ApplicationException(rollback = true)
public class SalesforceFault extends RuntimeException {
    private final FaultCode code;
    private final boolean neverLeft;

    SalesforceFault(FaultCode code, String said, boolean neverLeft, Throwable cause) {
        super(said == null || said.isBlank() ? code.advice() : code.advice() + " (" + said + ")", cause);
        this.code = code;
        this.neverLeft = neverLeft;
    }

    /**
     * @param said Salesforce's own words, or what happened instead; may be null
     */
    public static SalesforceFault of(FaultCode code, String said) {
        return of(code, said, false, null);
    }

    /** The request never left this server: it surely had no effect, and its reservation can be given back (R6.3). */
    public static SalesforceFault neverLeft(FaultCode code, String what, Throwable cause) {
        return of(code, what, true, cause);
    }

    /** The request left and no answer came: whether it had an effect is unknown (R5.5). */
    public static SalesforceFault answerLost(String what, Throwable cause) {
        return of(FaultCode.ANSWER_LOST, what, false, cause);
    }

    private static SalesforceFault of(FaultCode code, String said, boolean neverLeft, Throwable cause) {
        return code.remedy() == FaultCode.Remedy.RETRY
                ? new TemporaryFault(code, said, neverLeft, cause)
                : new SalesforceFault(code, said, neverLeft, cause);
    }

    public FaultCode code() {
        return code;
    }

    public FaultCode.Remedy remedy() {
        return code.remedy();
    }

    public boolean hasNeverLeft() {
        return neverLeft;
    }

    /** Whether a person has to mend something before the next try (sign-in or configuration). */
    public boolean needsPerson() {
        return remedy() == FaultCode.Remedy.SIGN_IN || remedy() == FaultCode.Remedy.CONFIGURATION;
    }
}
