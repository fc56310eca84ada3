package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.platform.entity.NotFoundException;

/**
 * Finds and keeps runs.
 */
@ApplicationScoped
public class SyncRunRepository {
    private EntityManager em;

    protected SyncRunRepository() {}

    @Inject
    public SyncRunRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<SyncRun> find(long id) {
        return Optional.ofNullable(em.find(SyncRun.class, id));
    }

    /** @throws NotFoundException when there is no such run */
    public SyncRun get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no run " + id + "."));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(SyncRun syncRun) {
        em.persist(syncRun);
    }

    /** The run of a kind that is at work, or was when its server died. */
    public Optional<SyncRun> findRunning(long integrationId, RunKind kind) {
        return em.createQuery(
                        "select r from SyncRun r where r.integrationId = :integrationId and r.kind = :kind and r.state = :running order by r.id",
                        SyncRun.class)
                .setParameter("integrationId", integrationId)
                .setParameter("kind", kind)
                .setParameter("running", RunState.RUNNING)
                .getResultStream()
                .findFirst();
    }

    /** One page of an integration's runs, newest first. */
    public List<SyncRun> findByIntegration(long integrationId, int first, int size) {
        return em.createQuery(
                        "select r from SyncRun r where r.integrationId = :integrationId order by r.startedAt desc, r.id desc",
                        SyncRun.class)
                .setParameter("integrationId", integrationId)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    /** The runs of a kind that began at the moment or later, oldest first. */
    public List<SyncRun> findSince(long integrationId, RunKind kind, OffsetDateTime moment) {
        return em.createQuery(
                        "select r from SyncRun r where r.integrationId = :integrationId and r.kind = :kind and r.startedAt >= :moment order by r.startedAt, r.id",
                        SyncRun.class)
                .setParameter("integrationId", integrationId)
                .setParameter("kind", kind)
                .setParameter("moment", moment)
                .getResultList();
    }

    public long count(long integrationId) {
        return em.createQuery("select count(r) from SyncRun r where r.integrationId = :integrationId", Long.class)
                .setParameter("integrationId", integrationId)
                .getSingleResult();
    }

    /** The last run of a kind that ended. */
    public Optional<SyncRun> findLastFinished(long integrationId, RunKind kind) {
        return em.createQuery(
                        "select r from SyncRun r where r.integrationId = :integrationId and r.kind = :kind and r.finishedAt is not null order by r.finishedAt desc, r.id desc",
                        SyncRun.class)
                .setParameter("integrationId", integrationId)
                .setParameter("kind", kind)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
