package org.mobiledatasync.platform.entity;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/** Writes what others, such as a run, may be writing at the same moment, and tells that from every other failure. */
public final class Contention {
    /** Deadlock, serialization failure and lock not available, of PostgreSQL and H2. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "HYT00");

    private Contention() {}

    /**
     * Carries the work out, usually a flush.
     *
     * @throws X when others wrote the same rows at the same moment; the transaction is lost, a repetition may succeed
     */
    public static <X extends RuntimeException> void guard(Runnable work, Supplier<X> otherwise) {
        try {
            work.run();
        } catch (PersistenceException e) {
            throw isCauseOf(e) ? otherwise.get() : e;
        }
    }

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean lost = cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException;
            if (lost || cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
