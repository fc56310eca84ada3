package org.mobiledatasync.sync.control;

import java.time.Duration;
import org.mobiledatasync.salesforce.control.FaultCode;

/** When a change that did not go is tried again: soon when time alone may help, once a day when a person must. */
final class RetryDelay {
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration DAILY = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 8;

    private RetryDelay() {}

    /** After a word of Salesforce about that record. */
    static Duration afterRefusal(FaultCode code, int attempts) {
        return code.remedy() == FaultCode.Remedy.RETRY ? doubling(attempts) : DAILY;
    }

    /** After a linked contact was not found where it should be. */
    static Duration afterNotFinding(int attempts) {
        return doubling(attempts);
    }

    private static Duration doubling(int attempts) {
        Duration doubled = SOON.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return doubled.compareTo(DAILY) < 0 ? doubled : DAILY;
    }

    /** After several contacts matched: until a person has sorted them out. */
    static Duration afterSkipping() {
        return DAILY;
    }

    /** After a create whose answer was lost: long enough for the contact to be found by a search. */
    static Duration afterLostAnswer() {
        return SOON;
    }
}
