package org.mobiledatasync.salesforce.control;

import jakarta.ejb.ApplicationException;

/** A call to Salesforce failed: what it said, and what can be done. Its message is fit for people and holds no secret. */
@ApplicationException(rollback = true)
public class SalesforceFault extends RuntimeException {
    private final FaultCode code;
    private final Fate fate;

    /** What became of the call. */
    enum Fate {
        NEVER_LEFT,
        ANSWERED,
        /** It left, and may have had an effect. */
        UNKNOWN
    }

    SalesforceFault(FaultCode code, String message, Fate fate, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.fate = fate;
    }

    /**
     * @param said Salesforce's own words, or what happened instead; may be null
     */
    public static SalesforceFault of(FaultCode code, String said) {
        return of(code, message(code, said), Fate.ANSWERED, null);
    }

    /** The request never left this server: it surely had no effect. */
    public static SalesforceFault neverLeft(FaultCode code, String what, Throwable cause) {
        return of(code, message(code, what), Fate.NEVER_LEFT, cause);
    }

    /** The request left and no answer came: whether it had an effect is unknown (R5.5). */
    public static SalesforceFault answerLost(String what, Throwable cause) {
        return of(FaultCode.ANSWER_LOST, message(FaultCode.ANSWER_LOST, what), Fate.UNKNOWN, cause);
    }

    private static SalesforceFault of(FaultCode code, String message, Fate fate, Throwable cause) {
        return code.remedy() == FaultCode.Remedy.RETRY
                ? new TemporaryFault(code, message, fate, cause)
                : new SalesforceFault(code, message, fate, cause);
    }

    private static String message(FaultCode code, String said) {
        return said == null || said.isBlank() ? code.advice() : code.advice() + " (" + said + ")";
    }

    /** The same, of a call that was not made because of it: a failed sign-in keeps back what needed it. */
    SalesforceFault beforeTheCall() {
        return of(code, getMessage(), Fate.NEVER_LEFT, this);
    }

    /** The same, of a call that was tried before, and then may have had an effect. */
    SalesforceFault afterAnUnknownTry() {
        return of(code, getMessage(), Fate.UNKNOWN, this);
    }

    public FaultCode code() {
        return code;
    }

    public FaultCode.Remedy remedy() {
        return code.remedy();
    }

    /** Whether no try of the call left this server. */
    public boolean hasNeverLeft() {
        return fate == Fate.NEVER_LEFT;
    }

    /** Whether the call surely wrote nothing: it never left, or Salesforce refused it as a whole (R6.3). */
    public boolean hasWrittenNothing() {
        return hasNeverLeft() || fate == Fate.ANSWERED && code.isRefusal();
    }

    /** Whether a person has to mend something before the next try (sign-in or configuration). */
    public boolean needsPerson() {
        return remedy() == FaultCode.Remedy.SIGN_IN || remedy() == FaultCode.Remedy.CONFIGURATION;
    }
}
