package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

/**
 * Finds the pairs that are settled ({@link CrmLink#settle}), all at once: in a usual night nearly all are, and looking them
 * up one by one would be most of its work.
 */
@ApplicationScoped
public class SettledLinks {
    private static final int FETCHED_AT_ONCE = 5_000;
    private static final String SELECT =
            """
            select l.id, l.contact_id, l.settled, p.phone
            from crm_link l join profile p on p.id = l.profile_id
            where l.integration_id = ? and l.settled is not null and l.settled_version = p.version and l.synced_at < ?
              and not exists (select 1 from subscription s where s.profile_id = p.id and s.status = 'PENDING')
              and not exists (select 1 from outbound_change c where c.profile_id = p.id)""";

    private EntityManager em;

    protected SettledLinks() {}

    @Inject
    public SettledLinks(EntityManager em) {
        this.em = em;
    }

    /**
     * A settled pair.
     *
     * @param mark by which its record is known again
     * @param phone of the profile and of the contact, in E.164
     */
    public record SettledLink(long id, String contactId, String mark, String phone) {}

    /**
     * Gives the settled pairs that were last in sync before the moment, and whose profiles are as they were then: the same
     * version, nothing asked of the person, nothing on its way. By JDBC, which can read a million without keeping them.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forEach(long integrationId, OffsetDateTime syncedBefore, Consumer<SettledLink> pair) {
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setLong(1, integrationId);
            select.setObject(2, syncedBefore);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    pair.accept(new SettledLink(
                            found.getLong(1), found.getString(2), found.getString(3), found.getString(4)));
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("The settled pairs could not be read", e);
        }
    }
}
