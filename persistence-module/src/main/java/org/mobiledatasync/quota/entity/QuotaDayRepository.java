package org.mobiledatasync.quota.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds and keeps the days of the quota.
 */
@ApplicationScoped
public class QuotaDayRepository {
    private EntityManager em;

    protected QuotaDayRepository() {}

    @Inject
    public QuotaDayRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<QuotaDay> find(long integrationId, LocalDate day) {
        return query(integrationId, day).getResultStream().findFirst();
    }

    /** The day, locked until the transaction ends, so that no other server reserves meanwhile (R6.3). */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<QuotaDay> findForUpdate(long integrationId, LocalDate day) {
        return query(integrationId, day)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(QuotaDay day) {
        em.persist(day);
        em.flush();
    }

    private TypedQuery<QuotaDay> query(long integrationId, LocalDate day) {
        return em.createQuery(
                        "select q from QuotaDay q where q.integrationId = :integrationId and q.day = :day",
                        QuotaDay.class)
                .setParameter("integrationId", integrationId)
                .setParameter("day", day);
    }
}
