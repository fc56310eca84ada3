package org.mobiledatasync.schedule.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mobiledatasync.platform.entity.NotFoundException;

/**
 * Finds and keeps jobs and their leases.
 */
@ApplicationScoped
public class JobRepository {
    private EntityManager em;

    protected JobRepository() {}

    @Inject
    public JobRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<Job> find(long id) {
        return Optional.ofNullable(em.find(Job.class, id));
    }

    /** @throws NotFoundException when there is no such job */
    public Job get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no job " + id + "."));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Job job) {
        em.persist(job);
    }

    public List<Job> findAll() {
        return em.createQuery("select j from Job j order by j.id", Job.class).getResultList();
    }

    public Optional<Job> find(JobKind kind, Long integrationId) {
        return findAll().stream()
                .filter(job -> job.getKind() == kind && Objects.equals(job.getIntegrationId(), integrationId))
                .findFirst();
    }

    /** What should run now and nobody holds (see {@link Job#isDue}). */
    public List<Job> findDue(OffsetDateTime now) {
        return em.createQuery(
                        "select j from Job j where (j.paused = false or j.leaseOwner is not null) and j.nextRunAt <= :now and (j.leaseUntil is null or j.leaseUntil <= :now) order by j.nextRunAt",
                        Job.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** The job, locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Job> findForUpdate(long id) {
        return Optional.ofNullable(em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Prolongs a lease, if it is still that one (R7.3).
     *
     * @return whether the lease is still held
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean renew(long id, String owner, long fencingToken, OffsetDateTime until) {
        return em.createQuery(
                                "update Job j set j.leaseUntil = :until where j.id = :id and j.leaseOwner = :owner and j.fencingToken = :token")
                        .setParameter("until", until)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .setParameter("token", fencingToken)
                        .executeUpdate()
                == 1;
    }

    /** Frees what earlier lives of this server held when they died. @return how many leases that were */
    @Transactional(Transactional.TxType.MANDATORY)
    public int releaseAbandoned(String nodePrefix, String owner, OffsetDateTime now) {
        return em.createQuery(
                        "update Job j set j.leaseUntil = :now where locate(:node, j.leaseOwner) = 1 and j.leaseOwner <> :owner and j.leaseUntil > :now")
                .setParameter("now", now)
                .setParameter("node", nodePrefix)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Job job) {
        em.remove(job);
    }
}
