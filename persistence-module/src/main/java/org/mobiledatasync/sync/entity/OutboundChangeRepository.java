package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds and keeps the changes of consent that wait for Salesforce.
 */
@ApplicationScoped
public class OutboundChangeRepository {
    private EntityManager em;

    protected OutboundChangeRepository() {}

    @Inject
    public OutboundChangeRepository(EntityManager em) {
        this.em = em;
    }

    /** What is due, opt-outs first, then by age (R5.2). */
    public List<OutboundChange> findDue(long integrationId, OffsetDateTime now, int size) {
        return em.createQuery(
                        "select c from OutboundChange c where c.integrationId = :integrationId and c.notBefore <= :now order by c.optIn, c.createdAt, c.id",
                        OutboundChange.class)
                .setParameter("integrationId", integrationId)
                .setParameter("now", now)
                .setMaxResults(size)
                .getResultList();
    }

    public List<OutboundChange> findByProfiles(long integrationId, Collection<Long> profileIds) {
        return profileIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select c from OutboundChange c where c.integrationId = :integrationId and c.profileId in :profileIds",
                                OutboundChange.class)
                        .setParameter("integrationId", integrationId)
                        .setParameter("profileIds", profileIds)
                        .getResultList();
    }

    public Optional<OutboundChange> findByProfile(long integrationId, long profileId) {
        return findByProfiles(integrationId, List.of(profileId)).stream().findFirst();
    }

    public List<OutboundChange> findByIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select c from OutboundChange c where c.id in :ids", OutboundChange.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Whether an opt-out of the profile has not reached every CRM yet. */
    public boolean isOptOutPending(long profileId) {
        return !em.createQuery(
                        "select c.id from OutboundChange c, Integration i where i.id = c.integrationId and i.active = true"
                                + " and c.profileId = :profileId and c.optIn = false",
                        Long.class)
                .setParameter("profileId", profileId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** How many changes wait, opt-ins or opt-outs. */
    public long countPending(long integrationId, boolean optIn) {
        return em.createQuery(
                        "select count(c) from OutboundChange c where c.integrationId = :integrationId and c.optIn = :optIn",
                        Long.class)
                .setParameter("integrationId", integrationId)
                .setParameter("optIn", optIn)
                .getSingleResult();
    }

    /** How many of them are of people whose contact is known. */
    public long countPendingLinked(long integrationId, boolean optIn) {
        return em.createQuery(
                        "select count(c) from OutboundChange c, CrmLink l where c.integrationId = :integrationId and c.optIn = :optIn"
                                + " and l.profileId = c.profileId and l.integrationId = c.integrationId",
                        Long.class)
                .setParameter("integrationId", integrationId)
                .setParameter("optIn", optIn)
                .getSingleResult();
    }

    /** How many opt-ins wait of people with an e-mail address whose contact is not known: so many contacts may be made (R5.3). */
    public long countContactsToMake(long integrationId) {
        return em.createQuery(
                        "select count(c) from OutboundChange c join Profile p on p.id = c.profileId"
                                + " left join CrmLink l on l.profileId = c.profileId and l.integrationId = c.integrationId"
                                + " where c.integrationId = :integrationId and c.optIn = :optIn and p.email is not null and l.id is null",
                        Long.class)
                .setParameter("integrationId", integrationId)
                .setParameter("optIn", true)
                .getSingleResult();
    }

    public boolean isAnyDue(long integrationId, OffsetDateTime now) {
        return !findDue(integrationId, now, 1).isEmpty();
    }

    /** Since when the oldest opt-out waits. */
    public Optional<OffsetDateTime> oldestOptOut(long integrationId) {
        return Optional.ofNullable(em.createQuery(
                        "select min(c.createdAt) from OutboundChange c where c.integrationId = :integrationId and c.optIn = false",
                        OffsetDateTime.class)
                .setParameter("integrationId", integrationId)
                .getSingleResult());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OutboundChange change) {
        em.persist(change);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(OutboundChange change) {
        em.remove(change);
    }
}
