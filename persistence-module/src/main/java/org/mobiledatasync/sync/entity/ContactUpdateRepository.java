package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds and keeps the contact updates that a nightly sync decided and has not sent.
 */
@ApplicationScoped
public class ContactUpdateRepository {
    private EntityManager em;

    protected ContactUpdateRepository() {}

    @Inject
    public ContactUpdateRepository(EntityManager em) {
        this.em = em;
    }

    /** What is to be sent next, opt-outs before all else (R5.2). */
    public List<ContactUpdate> findNext(long runId, int size) {
        return em.createQuery(
                        "select u from ContactUpdate u where u.runId = :runId" + " order by u.optIn, u.id",
                        ContactUpdate.class)
                .setParameter("runId", runId)
                .setMaxResults(size)
                .getResultList();
    }

    public List<ContactUpdate> findByIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select u from ContactUpdate u where u.id in :ids order by u.id", ContactUpdate.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Those of the contacts that wait for the run's sending. */
    public Set<String> contactsAmong(long runId, Collection<String> contactIds) {
        return contactIds.isEmpty()
                ? Set.of()
                : new HashSet<>(em.createQuery(
                                "select u.contactId from ContactUpdate u where u.runId = :runId and u.contactId in :contactIds",
                                String.class)
                        .setParameter("runId", runId)
                        .setParameter("contactIds", contactIds)
                        .getResultList());
    }

    /** Whether a nightly sync has decided something of the profile and not sent it yet. */
    public boolean isAnyOf(long profileId) {
        return !em.createQuery("select u.id from ContactUpdate u where u.profileId = :profileId", Long.class)
                .setParameter("profileId", profileId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public long count(long runId) {
        return em.createQuery("select count(u) from ContactUpdate u where u.runId = :runId", Long.class)
                .setParameter("runId", runId)
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(ContactUpdate update) {
        em.persist(update);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(ContactUpdate update) {
        em.remove(update);
    }
}
