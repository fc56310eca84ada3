package org.mobiledatasync.consent.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds and keeps the numbers that said STOP.
 */
@ApplicationScoped
public class SuppressionRepository {
    private EntityManager em;

    protected SuppressionRepository() {}

    @Inject
    public SuppressionRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<Suppression> find(String phone) {
        return Optional.ofNullable(em.find(Suppression.class, phone));
    }

    /** Those of the numbers that are suppressed. */
    public Set<String> findAmong(Collection<String> phones) {
        return phones.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        em.createQuery("select s.phone from Suppression s where s.phone in :phones", String.class)
                                .setParameter("phones", phones)
                                .getResultList());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Suppression suppression) {
        em.persist(suppression);
    }

    /** Only fresh evidence from the person may lead here (R4.1). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Suppression suppression) {
        em.remove(suppression);
    }
}
