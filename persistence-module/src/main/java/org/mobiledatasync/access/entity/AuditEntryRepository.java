package org.mobiledatasync.access.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.mobiledatasync.platform.entity.Narrowing;

/** The audit log: entries are added and read, never changed or removed. */
@ApplicationScoped
public class AuditEntryRepository {

    private EntityManager em;

    protected AuditEntryRepository() {}

    @Inject
    public AuditEntryRepository(EntityManager em) {
        this.em = em;
    }

    @Transactional(TxType.MANDATORY)
    public void add(AuditEntry entry) {
        em.persist(entry);
    }

    /**
     * The entries about one kind of thing, the newest first.
     *
     * @param kind {@code null} for all kinds
     * @param first how many to skip
     * @param most how many to return at most
     */
    public List<AuditEntry> find(String kind, int first, int most) {
        return em.createQuery(
                        "select e from AuditEntry e where :kind is null or e.kind = :kind order by e.at desc, e.id desc",
                        AuditEntry.class)
                .setParameter("kind", kind)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    public long count(String kind) {
        return ofKind(kind)
                .query(em, "select count(e) from AuditEntry e", "", Long.class)
                .getSingleResult();
    }

    private static Narrowing ofKind(String kind) {
        return new Narrowing().by("e.kind = :kind", "kind", kind);
    }

    /** Every kind that the log speaks of, in alphabetical order. */
    public List<String> findKinds() {
        return em.createQuery("select distinct e.kind from AuditEntry e order by e.kind", String.class)
                .getResultList();
    }
}
