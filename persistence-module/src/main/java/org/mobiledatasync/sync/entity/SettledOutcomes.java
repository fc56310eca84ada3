package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reports the records of pairs with which there is nothing to do ({@link CrmLink#settle}), many by one statement of the
 * database: in a usual night nearly all records are such, and reading them one by one would be most of its work.
 */
@ApplicationScoped
public class SettledOutcomes {
    private EntityManager em;
    private RecordOutcomeRepository outcomes;

    protected SettledOutcomes() {}

    @Inject
    public SettledOutcomes(EntityManager em, RecordOutcomeRepository outcomes) {
        this.em = em;
        this.outcomes = outcomes;
    }

    /** How the records of settled pairs are reported. */
    public record Report(long runId, Outcome outcome, String reason, String message, OffsetDateTime now) {}

    /**
     * Reports those of the contacts whose pairs are settled under their marks, were last in sync before the moment, and
     * whose profiles are as they were then: the same version, nothing asked of the person, nothing on its way.
     *
     * @param marks by contact id; none of them reported by the run yet
     * @return the contacts that are reported now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> add(Report report, long integrationId, OffsetDateTime syncedBefore, Map<String, String> marks) {
        if (marks.isEmpty()) {
            return Set.of();
        }
        Query insert = em.createNativeQuery(
                "insert into record_outcome (id, run_id, outcome, reason, message, record_key, profile_id, phone, first_name,"
                        + " last_name, email, profile_status, constituent_id, occurred_at)"
                        + " select nextval('record_outcome_seq'), cast(? as bigint), cast(? as varchar), cast(? as varchar),"
                        + " cast(? as varchar), l.contact_id, p.id, p.phone, p.first_name, p.last_name, p.email, p.status,"
                        + " l.contact_id, cast(? as timestamp with time zone)"
                        + " from (values (cast(? as varchar), cast(? as varchar))"
                        + ", (?, ?)".repeat(marks.size() - 1) + ") as m (contact_id, mark)"
                        + " join crm_link l on l.contact_id = m.contact_id and l.integration_id = ?"
                        + " join profile p on p.id = l.profile_id"
                        + " where l.settled = m.mark and l.settled_version = p.version and l.synced_at < ?"
                        + " and not exists (select 1 from subscription s where s.profile_id = p.id"
                        + " and s.status = 'PENDING')"
                        + " and not exists (select 1 from outbound_change c where c.profile_id = p.id)");
        Iterator<Integer> place = IntStream.iterate(1, i -> i + 1).iterator();
        insert.setParameter(place.next(), report.runId)
                .setParameter(place.next(), report.outcome.name())
                .setParameter(place.next(), report.reason)
                .setParameter(place.next(), report.message)
                .setParameter(place.next(), report.now);
        marks.forEach((contactId, mark) ->
                insert.setParameter(place.next(), contactId).setParameter(place.next(), mark));
        int reported = insert.setParameter(place.next(), integrationId)
                .setParameter(place.next(), syncedBefore)
                .executeUpdate();
        if (reported == 0) {
            return Set.of();
        }
        return reported == marks.size() ? marks.keySet() : outcomes.keysAmong(report.runId, marks.keySet());
    }
}
