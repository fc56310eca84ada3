package org.mobiledatasync.campaign.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/**
 * Finds and keeps subscriptions.
 */
@ApplicationScoped
public class SubscriptionRepository {
    private EntityManager em;

    protected SubscriptionRepository() {}

    @Inject
    public SubscriptionRepository(EntityManager em) {
        this.em = em;
    }

    public List<Subscription> findByProfile(long profileId) {
        return findByProfiles(List.of(profileId));
    }

    public List<Subscription> findByProfiles(Collection<Long> profileIds) {
        return profileIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select s from Subscription s where s.profileId in :profileIds order by s.id",
                                Subscription.class)
                        .setParameter("profileIds", profileIds)
                        .getResultList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Subscription subscription) {
        em.persist(subscription);
    }
}
