package org.mobiledatasync.quota.control;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When what waits now will be through, as far as the Daily API Quota decides (R6.4, R6.5): today with what is left, then day
 * by day; opt-outs first, and from their own share.
 *
 * @param requests how many requests it needs, at most
 * @param doneOn the calendar day of the integration; empty when it never will be at this quota
 */
public record Forecast(long requests, Optional<LocalDate> doneOn) {
    /** A person who is not linked yet is looked up before the write; so many contacts are read at most. */
    private static final int READS_OF_UNLINKED = 2;

    /**
     * What waits.
     *
     * @param optOuts of people whose contact is known
     * @param unlinkedOptOuts of people whose contact is still to be found
     * @param contactUpdates profile fields left over by the last nightly sync
     */
    public record Waiting(long optOuts, long unlinkedOptOuts, long optIns, long unlinkedOptIns, long contactUpdates) {

        long requestsOfOptOuts() {
            return optOuts + unlinkedOptOuts * (1 + READS_OF_UNLINKED);
        }

        long otherRequests() {
            return optIns + unlinkedOptIns * (1 + READS_OF_UNLINKED) + contactUpdates;
        }
    }

    /**
     * @param used requests of today so far
     * @param usedByOptOuts the part of them that opt-outs took
     */
    public static Forecast of(
            Waiting waiting, QuotaAllowance allowance, long used, long usedByOptOuts, LocalDate today) {
        long optOuts = waiting.requestsOfOptOuts();
        long others = waiting.otherRequests();
        long needed = optOuts + others;
        LocalDate day = today;
        long usedThatDay = used;
        long byOptOuts = usedByOptOuts;
        while (optOuts + others > 0) {
            long first = allowance.grant(optOuts, true, usedThatDay, byOptOuts);
            long then = allowance.grant(others, false, usedThatDay + first, byOptOuts + first);
            boolean standsStill = first + then == 0 && day.isAfter(today);
            if (standsStill) {
                return new Forecast(needed, Optional.empty());
            }
            optOuts -= first;
            others -= then;
            if (optOuts + others > 0) {
                day = day.plusDays(1);
                usedThatDay = 0;
                byOptOuts = 0;
            }
        }
        return new Forecast(needed, Optional.of(day));
    }
}
