package org.mobiledatasync.intake.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mobiledatasync.platform.entity.NotFoundException;

/** Finds and keeps files of people and their lines. */
@ApplicationScoped
public class ProfileImportRepository {
    private EntityManager em;

    protected ProfileImportRepository() {}

    @Inject
    public ProfileImportRepository(EntityManager em) {
        this.em = em;
    }

    /** @throws NotFoundException when there is no such import */
    public ProfileImport get(long id) {
        return Optional.ofNullable(em.find(ProfileImport.class, id))
                .orElseThrow(() -> NotFoundException.of("import", id));
    }

    /** The import, which nobody else writes until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ProfileImport> findForUpdate(long id) {
        return Optional.ofNullable(em.find(ProfileImport.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The last imports, newest first. */
    public List<ProfileImport> findLatest(int size) {
        return em.createQuery("select i from ProfileImport i order by i.id desc", ProfileImport.class)
                .setMaxResults(size)
                .getResultList();
    }

    /** Those that move on by themselves, oldest first. */
    public List<Long> findAtWork() {
        return em.createQuery("select i.id from ProfileImport i where i.state in :states order by i.id", Long.class)
                .setParameter("states", Set.of(ImportState.CHECKING, ImportState.WORKING))
                .getResultList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(ProfileImport file) {
        em.persist(file);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(ImportRow row) {
        em.persist(row);
    }

    /** The next lines after a number, in their order. */
    public List<ImportRow> findRowsAfter(long importId, long number, int size) {
        return em.createQuery(
                        "select r from ImportRow r where r.importId = :importId and r.number > :number order by r.number",
                        ImportRow.class)
                .setParameter("importId", importId)
                .setParameter("number", number)
                .setMaxResults(size)
                .getResultList();
    }

    /** The next lines after a number that ended in the outcome, or that are about somebody who said STOP. */
    public List<ImportRow> findTroubledAfter(long importId, long number, int size) {
        return em.createQuery(
                        "select r from ImportRow r where r.importId = :importId and r.number > :number"
                                + " and (r.outcome = :refused or r.consent = :blocked) order by r.number",
                        ImportRow.class)
                .setParameter("importId", importId)
                .setParameter("number", number)
                .setParameter("refused", RowOutcome.REFUSED)
                .setParameter("blocked", RowConsent.BLOCKED)
                .setMaxResults(size)
                .getResultList();
    }

    /** The first line of each number before a line. @return its place, by number */
    public Map<String, Long> findFirstRows(long importId, Collection<String> phones, long before) {
        Map<String, Long> first = new HashMap<>();
        if (!phones.isEmpty()) {
            em.createQuery(
                            "select r.phone, min(r.number) from ImportRow r where r.importId = :importId and r.phone in :phones"
                                    + " and r.number < :before and r.outcome <> :refused group by r.phone",
                            Object[].class)
                    .setParameter("importId", importId)
                    .setParameter("phones", phones)
                    .setParameter("before", before)
                    .setParameter("refused", RowOutcome.REFUSED)
                    .getResultList()
                    .forEach(row -> first.put((String) row[0], (Long) row[1]));
        }
        return first;
    }

    /** Deletes an import and its lines. Profiles that came of it stay. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(ProfileImport file) {
        em.createQuery("delete from ImportRow r where r.importId = :importId")
                .setParameter("importId", file.getId())
                .executeUpdate();
        em.remove(file);
    }

    /** Deletes lines older than the moment, at most the given number. @return how many are gone */
    @Transactional(Transactional.TxType.MANDATORY)
    public int deleteRowsOlderThan(OffsetDateTime moment, int size) {
        var ids = em.createQuery("select r.id from ImportRow r where r.storedAt < :moment", Long.class)
                .setParameter("moment", moment)
                .setMaxResults(size)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from ImportRow r where r.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
