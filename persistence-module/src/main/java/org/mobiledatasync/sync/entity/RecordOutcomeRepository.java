package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mobiledatasync.platform.entity.Narrowing;

/**
 * Appends the outcomes of a run and reads them for the report (R8.3).
 */
@ApplicationScoped
public class RecordOutcomeRepository {
    private EntityManager em;

    protected RecordOutcomeRepository() {}

    @Inject
    public RecordOutcomeRepository(EntityManager em) {
        this.em = em;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(RecordOutcome outcome) {
        em.persist(outcome);
    }

    /** Those of the record keys that the run has reported already. */
    public Set<String> keysAmong(long runId, Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(em.createQuery(
                                "select o.recordKey from RecordOutcome o where o.runId = :runId and o.recordKey in :keys",
                                String.class)
                        .setParameter("runId", runId)
                        .setParameter("keys", keys)
                        .getResultList());
    }

    /** How many records ended in each class; classes without records are absent. */
    public Map<Outcome, Long> countByOutcome(long runId) {
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        em.createQuery(
                        "select o.outcome, count(o) from RecordOutcome o where o.runId = :runId group by o.outcome",
                        Object[].class)
                .setParameter("runId", runId)
                .getResultStream()
                .forEach(row -> counts.put((Outcome) row[0], (Long) row[1]));
        return counts;
    }

    /** One page of the run's records, in the order of their reporting. */
    public List<RecordOutcome> search(long runId, OutcomeFilter filter, int first, int size) {
        return search(runId, filter, OutcomeOrder.AS_REPORTED, first, size);
    }

    /** One page of the run's records. */
    public List<RecordOutcome> search(long runId, OutcomeFilter filter, OutcomeOrder order, int first, int size) {
        return narrowed("select o from RecordOutcome o", order.clause(), runId, filter, RecordOutcome.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(long runId, OutcomeFilter filter) {
        return narrowed("select count(o) from RecordOutcome o", "", runId, filter, Long.class)
                .getSingleResult();
    }

    /** Deletes details older than the moment, at most the given number. @return how many are gone */
    @Transactional(Transactional.TxType.MANDATORY)
    public int deleteOlderThan(OffsetDateTime moment, int size) {
        var ids = em.createQuery("select o.id from RecordOutcome o where o.occurredAt < :moment", Long.class)
                .setParameter("moment", moment)
                .setMaxResults(size)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from RecordOutcome o where o.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    private <T> TypedQuery<T> narrowed(String select, String order, long runId, OutcomeFilter filter, Class<T> type) {
        return new Narrowing()
                .by("o.runId = :runId", "runId", runId)
                .by("o.outcome = :outcome", "outcome", filter.outcome())
                .by(
                        "(o.phone like :text or lower(o.firstName) like :text or lower(o.lastName) like :text"
                                + " or lower(o.email) like :text or lower(o.constituentId) like :text)",
                        "text",
                        Narrowing.containing(filter.text()))
                .query(em, select, order, type);
    }
}
