package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Finds and keeps the last preview of each integration. */
@ApplicationScoped
public class PreviewRepository {
    private EntityManager em;

    protected PreviewRepository() {}

    @Inject
    public PreviewRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<Preview> find(long integrationId) {
        return em.createQuery("select p from Preview p where p.integrationId = :integrationId", Preview.class)
                .setParameter("integrationId", integrationId)
                .getResultStream()
                .findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Preview preview) {
        em.persist(preview);
    }

    /** Deletes those that ended before the moment: they show people's data. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deleteOlderThan(OffsetDateTime moment) {
        em.createQuery("delete from Preview p where p.finishedAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
