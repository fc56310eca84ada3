package org.mobiledatasync.quota.control;

/**
 * How many requests a day still grants (R6.5).
 *
 * @param limit the Daily API Quota; null for no limit
 * @param reservePercent the share of the limit that is kept for opt-outs
 */
public record QuotaAllowance(Integer limit, int reservePercent) {
    private static final int WHOLE = 100;

    /**
     * The requests that only opt-outs may use (R6.5): the share, rounded down; of a quota of 2 or more at least 1, unless the
     * share is 0, so that a small quota keeps something for opt-outs too.
     */
    public long reserve() {
        if (limit == null || reservePercent == 0 || limit < 2) {
            return 0;
        }
        return Math.max(1, (long) limit * reservePercent / WHOLE);
    }

    /**
     * @param used all requests of the day so far
     * @param usedByOptOuts the part of them that opt-outs took
     * @return at most {@code wanted}, never less than 0
     */
    public long grant(long wanted, boolean forOptOuts, long used, long usedByOptOuts) {
        if (limit == null) {
            return wanted;
        }
        long left = limit - used;
        if (!forOptOuts) {
            left -= Math.max(0, reserve() - usedByOptOuts);
        }
        return Math.max(0, Math.min(wanted, left));
    }
}
