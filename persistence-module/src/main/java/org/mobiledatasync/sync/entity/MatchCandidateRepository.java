package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/**
 * Finds and keeps the contacts that share a number.
 */
@ApplicationScoped
public class MatchCandidateRepository {
    /** What a search once found is shown only while the person's change still waits for an answer. */
    private static final String SHOWN =
            " from MatchCandidate c where c.integrationId = :integrationId and (c.verdict is not null"
                    + " or c.source = org.mobiledatasync.sync.entity.MatchSource.EXPORT"
                    + " or exists (select o.id from OutboundChange o, Profile p where p.phone = c.phone"
                    + " and o.profileId = p.id and o.integrationId = c.integrationId))";

    private EntityManager em;

    protected MatchCandidateRepository() {}

    @Inject
    public MatchCandidateRepository(EntityManager em) {
        this.em = em;
    }

    /** @param phones in E.164 */
    public List<MatchCandidate> findByPhones(long integrationId, Collection<String> phones) {
        return phones.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select c from MatchCandidate c where c.integrationId = :integrationId and c.phone in :phones"
                                        + " order by c.phone, c.contactId",
                                MatchCandidate.class)
                        .setParameter("integrationId", integrationId)
                        .setParameter("phones", phones)
                        .getResultList();
    }

    /** One page of the numbers that need a decision or have one, in their order. */
    public List<String> findPhones(long integrationId, int first, int size) {
        return shown("select distinct c.phone", " order by c.phone", integrationId, String.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long countPhones(long integrationId) {
        return shown("select count(distinct c.phone)", "", integrationId, Long.class)
                .getSingleResult();
    }

    /** How many of them have a contact that nobody decided about. */
    public long countOpenPhones(long integrationId) {
        return shown("select count(distinct c.phone)", " and c.verdict is null", integrationId, Long.class)
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(MatchCandidate candidate) {
        em.persist(candidate);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(MatchCandidate candidate) {
        em.remove(candidate);
    }

    /** Forgets candidates that nobody decided about and that were not seen since the moment. @return how many */
    @Transactional(Transactional.TxType.MANDATORY)
    public int removeUnseen(long integrationId, MatchSource source, OffsetDateTime since) {
        return em.createQuery(
                        "delete from MatchCandidate c where c.integrationId = :integrationId and c.source = :source"
                                + " and c.verdict is null and c.seenAt < :since")
                .setParameter("integrationId", integrationId)
                .setParameter("source", source)
                .setParameter("since", since)
                .executeUpdate();
    }

    /** Writes what was decided now, so that it shows here and not at the commit that a run wrote the same rows meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void flush() {
        em.flush();
    }

    private <T> TypedQuery<T> shown(String select, String more, long integrationId, Class<T> type) {
        return em.createQuery(select + SHOWN + more, type).setParameter("integrationId", integrationId);
    }
}
