package org.mobiledatasync.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.TestDatabase;
import org.mobiledatasync.profile.entity.Profile;

class ContentionTest extends DatabaseTest {
    private static final ConflictException MEANWHILE = new ConflictException("Meanwhile.");

    @Test
    @DisplayName("who writes a row that another transaction changed since it was read is told so")
    void changedMeanwhile() {
        Profile ada = inTransaction(() -> new Samples(em).profile("+12125550101"));
        assertThatThrownBy(() -> inTransaction(() -> {
                    em.find(Profile.class, ada.getId()).setCity("Here");
                    elsewhere(other -> other.find(Profile.class, ada.getId()).setCity("There"));
                    Contention.guard(em::flush, () -> MEANWHILE);
                }))
                .isSameAs(MEANWHILE);
    }

    @Test
    @DisplayName("who writes a row that was deleted meanwhile is told so")
    void deletedMeanwhile() {
        Profile ada = inTransaction(() -> new Samples(em).profile("+12125550101"));
        assertThatThrownBy(() -> inTransaction(() -> {
                    em.find(Profile.class, ada.getId()).setCity("Here");
                    elsewhere(other -> other.remove(other.find(Profile.class, ada.getId())));
                    Contention.guard(em::flush, () -> MEANWHILE);
                }))
                .isSameAs(MEANWHILE);
    }

    @Test
    @DisplayName("who waits too long for a lock is told so")
    void lockedMeanwhile() {
        Profile ada = inTransaction(() -> new Samples(em).profile("+12125550101"));
        inTransaction(() -> {
            em.find(Profile.class, ada.getId(), LockModeType.PESSIMISTIC_WRITE);
            assertThatThrownBy(() -> elsewhere(other -> Contention.guard(
                            () -> other.createNativeQuery(
                                            database == TestDatabase.H2
                                                    ? "select id from profile for update"
                                                    : "select id from profile for update nowait")
                                    .getResultList(),
                            () -> MEANWHILE)))
                    .isSameAs(MEANWHILE);
        });
    }

    @Test
    void everyOtherFailureStaysWhatItIs() {
        var broken = new PersistenceException(new SQLException("duplicate key", "23505"));
        assertThatThrownBy(() -> Contention.guard(
                        () -> {
                            throw broken;
                        },
                        () -> MEANWHILE))
                .isSameAs(broken);
        assertThat(Contention.isCauseOf(new PersistenceException(new SQLException("deadlock", "40P01"))))
                .isTrue();
    }

    private void elsewhere(Consumer<EntityManager> work) {
        try (EntityManager other = database.entityManagerFactory().createEntityManager()) {
            other.getTransaction().begin();
            try {
                work.accept(other);
                other.getTransaction().commit();
            } finally {
                if (other.getTransaction().isActive()) {
                    other.getTransaction().rollback();
                }
            }
        }
    }
}
