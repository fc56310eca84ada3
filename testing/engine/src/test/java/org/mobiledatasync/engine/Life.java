package org.mobiledatasync.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The life of a server, which can be made to end at a given moment. Moments are the edges of transactions: before the
 * first statement, before the commit, after the commit. Whatever a killed process did in between, the database knows
 * nothing of it, and what it sent to Salesforce it has sent.
 */
final class Life {
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final AtomicInteger momentsLeft = new AtomicInteger(FOR_EVER);

    /** Lets the server live for so many moments more. */
    void endAfter(int moments) {
        momentsLeft.set(moments);
    }

    void endNever() {
        momentsLeft.set(FOR_EVER);
    }

    /** @throws ServerKilled when it is over, from then on at every moment */
    void moment() {
        if (momentsLeft.updateAndGet(left -> left == FOR_EVER ? left : Math.max(0, left - 1)) == 0) {
            throw new ServerKilled();
        }
    }
}
