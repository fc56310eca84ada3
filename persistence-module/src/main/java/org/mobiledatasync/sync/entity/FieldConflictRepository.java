package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds and keeps the fields in conflict.
 */
@ApplicationScoped
public class FieldConflictRepository {
    private static final String IN_CONFLICT =
            " from CrmLink l where l.integrationId = :integrationId and exists (select c.id from FieldConflict c where c.linkId = l.id)";

    private EntityManager em;

    protected FieldConflictRepository() {}

    @Inject
    public FieldConflictRepository(EntityManager em) {
        this.em = em;
    }

    /** In the order of the fields' names. */
    public List<FieldConflict> findByLinks(Collection<Long> linkIds) {
        return linkIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select c from FieldConflict c where c.linkId in :linkIds order by c.linkId, c.field",
                                FieldConflict.class)
                        .setParameter("linkIds", linkIds)
                        .getResultList();
    }

    /** One page of the pairs that are in conflict, in the order of their linking. */
    public List<CrmLink> findLinksInConflict(long integrationId, int first, int size) {
        return inConflict("select l", " order by l.id", integrationId, CrmLink.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    /** The pair of a profile, when it is in conflict. */
    public Optional<CrmLink> findLinkInConflict(long integrationId, long profileId) {
        return inConflict("select l", " and l.profileId = :profileId", integrationId, CrmLink.class)
                .setParameter("profileId", profileId)
                .getResultStream()
                .findFirst();
    }

    public long countLinksInConflict(long integrationId) {
        return inConflict("select count(l)", "", integrationId, Long.class).getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(FieldConflict conflict) {
        em.persist(conflict);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(FieldConflict conflict) {
        em.remove(conflict);
    }

    /** Writes what was chosen now, so that it shows here and not at the commit that a run wrote the same rows meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void flush() {
        em.flush();
    }

    private <T> TypedQuery<T> inConflict(String select, String more, long integrationId, Class<T> type) {
        return em.createQuery(select + IN_CONFLICT + more, type).setParameter("integrationId", integrationId);
    }
}
