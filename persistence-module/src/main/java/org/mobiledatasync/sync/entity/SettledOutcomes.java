package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/**
 * Reports the records of pairs with which there is nothing to do ({@link CrmLink#settle}), many by one statement of the
 * database: in a usual night nearly all records are such, and reading them one by one would be most of its work.
 */
@ApplicationScoped
public class SettledOutcomes {
    private static final String INSERT =
            """
            insert into record_outcome (id, run_id, outcome, reason, message, record_key, profile_id, phone, first_name,
              last_name, email, profile_status, constituent_id, occurred_at)
            select nextval('record_outcome_seq'), cast(? as bigint), cast(? as varchar), cast(? as varchar),
              cast(? as varchar), l.contact_id, p.id, p.phone, p.first_name, p.last_name, p.email, p.status, l.contact_id,
              cast(? as timestamp with time zone)
            from unnest(cast(? as varchar array), cast(? as varchar array)) as m (contact_id, mark)
            join crm_link l on l.contact_id = m.contact_id and l.integration_id = ?
            join profile p on p.id = l.profile_id
            where l.settled = m.mark and l.settled_version = p.version and l.synced_at < ?
              and not exists (select 1 from subscription s where s.profile_id = p.id and s.status = 'PENDING')
              and not exists (select 1 from outbound_change c where c.profile_id = p.id)""";

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
        int reported = insert(report, integrationId, syncedBefore, marks);
        if (reported == 0) {
            return Set.of();
        }
        return reported == marks.size() ? marks.keySet() : outcomes.keysAmong(report.runId, marks.keySet());
    }

    /** By JDBC, since the time that JPA takes to bind grows with the square of what it binds. */
    private int insert(Report report, long integrationId, OffsetDateTime syncedBefore, Map<String, String> marks) {
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, report.runId);
            insert.setString(2, report.outcome.name());
            insert.setString(3, report.reason);
            insert.setString(4, report.message);
            insert.setObject(5, report.now);
            insert.setArray(
                    6, connection.createArrayOf("varchar", marks.keySet().toArray()));
            insert.setArray(
                    7, connection.createArrayOf("varchar", marks.values().toArray()));
            insert.setLong(8, integrationId);
            insert.setObject(9, syncedBefore);
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("The records of settled pairs could not be reported", e);
        }
    }
}
