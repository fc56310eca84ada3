package org.mobiledatasync.integration.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mobiledatasync.platform.entity.NotFoundException;

/**
 * Finds and keeps integrations.
 */
@ApplicationScoped
public class IntegrationRepository {
    private EntityManager em;

    protected IntegrationRepository() {}

    @Inject
    public IntegrationRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<Integration> find(long id) {
        return Optional.ofNullable(em.find(Integration.class, id));
    }

    /** @throws NotFoundException when there is no such integration */
    public Integration get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no integration " + id + "."));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Integration integration) {
        em.persist(integration);
    }

    public List<Integration> findAll() {
        return em.createQuery("select i from Integration i order by i.id", Integration.class)
                .getResultList();
    }

    public List<Long> findAllIds() {
        return em.createQuery("select i.id from Integration i order by i.id", Long.class)
                .getResultList();
    }

    /** The default region of the oldest integration. */
    public Optional<String> findFirstRegion() {
        return em.createQuery("select i.defaultRegion from Integration i order by i.id", String.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The name of every integration, by id. */
    public Map<Long, String> findNames() {
        return em.createQuery("select i.id, i.name from Integration i", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    /** Takes an edited, detached integration in; a lost update makes the commit fail. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Integration update(Integration integration) {
        return em.merge(integration);
    }

    /** What belongs to the integration changes: whoever read it before must not save over it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void raiseVersion(Integration integration) {
        em.lock(integration, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Integration integration) {
        em.remove(integration);
    }
}
