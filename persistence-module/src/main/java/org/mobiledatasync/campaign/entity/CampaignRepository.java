package org.mobiledatasync.campaign.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.platform.entity.NotFoundException;

/**
 * Finds and keeps campaigns.
 */
@ApplicationScoped
public class CampaignRepository {
    private EntityManager em;

    protected CampaignRepository() {}

    @Inject
    public CampaignRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<Campaign> find(long id) {
        return Optional.ofNullable(em.find(Campaign.class, id));
    }

    /** @throws NotFoundException when there is no such campaign */
    public Campaign get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no campaign " + id + "."));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Campaign campaign) {
        em.persist(campaign);
    }

    public List<Campaign> findAll() {
        return em.createQuery("select c from Campaign c order by c.name", Campaign.class)
                .getResultList();
    }

    public Optional<Campaign> findByName(String name) {
        return em.createQuery("select c from Campaign c where c.name = :name", Campaign.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** Takes an edited, detached campaign in; a lost update is refused by an OptimisticLockException. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Campaign update(Campaign campaign) {
        Campaign merged = em.merge(campaign);
        em.flush();
        return merged;
    }
}
