package org.mobiledatasync.campaign.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.platform.entity.NotFoundException;

/**
 * Finds and keeps opt-in paths.
 */
@ApplicationScoped
public class OptInPathRepository {
    private EntityManager em;

    protected OptInPathRepository() {}

    @Inject
    public OptInPathRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<OptInPath> find(long id) {
        return Optional.ofNullable(em.find(OptInPath.class, id));
    }

    /** @throws NotFoundException when there is no such opt-in path */
    public OptInPath get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no opt-in path " + id + "."));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OptInPath optInPath) {
        em.persist(optInPath);
    }

    public List<OptInPath> findAll() {
        return em.createQuery("select p from OptInPath p order by p.name, p.id", OptInPath.class)
                .getResultList();
    }

    public List<OptInPath> findByCampaign(long campaignId) {
        return em.createQuery(
                        "select p from OptInPath p where p.campaignId = :campaignId order by p.name", OptInPath.class)
                .setParameter("campaignId", campaignId)
                .getResultList();
    }

    /** Takes an edited, detached path in; a lost update is refused by an OptimisticLockException. */
    @Transactional(Transactional.TxType.MANDATORY)
    public OptInPath update(OptInPath path) {
        OptInPath merged = em.merge(path);
        em.flush();
        return merged;
    }
}
