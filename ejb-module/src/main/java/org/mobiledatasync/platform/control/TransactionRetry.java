package org.mobiledatasync.platform.control;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.util.function.Supplier;

/**
 * Does a short transaction again when another one was quicker: two syncs, an import and people work on the same rows, and
 * who loses is rolled back by the version of a row, a unique key, or a lock that did not come.
 */
public final class TransactionRetry {
    /** How often a transaction is tried before its fault is the caller's. */
    static final int TRIES = 4;

    private TransactionRetry() {}

    /**
     * Calls a method of an EJB that opens a transaction of its own. Only a rolled back transaction is tried again, which
     * the container tells by an EJBException; business exceptions, and calls that the role does not allow, are the caller's
     * at once.
     *
     * @throws EJBException as the last try threw it
     */
    public static <T> T call(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (EJBException rolledBack) {
                if (attempt == TRIES || rolledBack instanceof EJBAccessException) {
                    throw rolledBack;
                }
            }
        }
    }

    /** {@link #call} for work without a result. */
    public static void run(Runnable transaction) {
        call(() -> {
            transaction.run();
            return null;
        });
    }
}
