package org.mobiledatasync.platform;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Base of every test that needs the database: each of its tests runs on H2 and on PostgreSQL, with empty tables and a
 * fresh {@link #em}, whose transactions the test opens with {@link #inTransaction}.
 *
 * <p>Repositories are made by hand in the test: {@code new UserRepository(em)}.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
public abstract class DatabaseTest {

    @Parameter
    protected TestDatabase database;

    protected EntityManager em;

    @BeforeEach
    void openEmptyDatabase() {
        database.clear();
        em = database.entityManagerFactory().createEntityManager();
    }

    @AfterEach
    void closeEntityManager() {
        em.close();
    }

    /**
     * Runs the work in a transaction of its own, commits, and forgets the entities, so that the next read comes from the
     * database. Rolls back when the work or the commit throws.
     *
     * @return what the work returned
     */
    protected <T> T inTransaction(Supplier<T> work) {
        var transaction = em.getTransaction();
        transaction.begin();
        try {
            var result = work.get();
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            em.clear();
        }
    }

    /** {@link #inTransaction(Supplier)} for work without a result. */
    protected void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }
}
