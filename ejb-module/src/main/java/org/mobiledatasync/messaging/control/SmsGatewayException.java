package org.mobiledatasync.messaging.control;

/** The gateway did not take a text. */
public class SmsGatewayException extends RuntimeException {

    private final boolean retryable;

    /**
     * @param message a sentence for people, without the number and without secrets
     * @param retryable whether the same text may be taken later, as after an outage
     */
    public SmsGatewayException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    public boolean isRetryable() {
        return retryable;
    }
}
