package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.integration.entity.SyncType;

/**
 * Finds and keeps the links between profiles and contacts.
 */
@ApplicationScoped
public class CrmLinkRepository {
    /** Written into the statement, as EclipseLink does beside an exists, a boolean becomes a number, which H2 refuses. */
    private static final String BIND_PARAMETERS = "eclipselink.jdbc.bind-parameters";

    private EntityManager em;

    protected CrmLinkRepository() {}

    @Inject
    public CrmLinkRepository(EntityManager em) {
        this.em = em;
    }

    /** @param contactIds of 18 characters */
    public List<CrmLink> findByContacts(long integrationId, Collection<String> contactIds) {
        return contactIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from CrmLink l where l.integrationId = :integrationId and l.contactId in :contactIds",
                                CrmLink.class)
                        .setParameter("integrationId", integrationId)
                        .setParameter("contactIds", contactIds)
                        .getResultList();
    }

    /** @param contactId of 18 characters */
    public Optional<CrmLink> findByContact(long integrationId, String contactId) {
        return findByContacts(integrationId, List.of(contactId)).stream().findFirst();
    }

    /**
     * Contacts other than those of a list whose profiles have the numbers of that list.
     *
     * @param phones in E.164, not empty
     * @param contactIds of 18 characters, not empty
     */
    public List<String> findOthersWithNumbers(
            long integrationId, Collection<String> phones, Collection<String> contactIds) {
        return em.createQuery(
                        "select l.contactId from CrmLink l, Profile p where p.id = l.profileId and p.phone in :phones"
                                + " and l.integrationId = :integrationId and l.contactId not in :contactIds"
                                + " order by l.contactId",
                        String.class)
                .setParameter("integrationId", integrationId)
                .setParameter("phones", phones)
                .setParameter("contactIds", contactIds)
                .getResultList();
    }

    public List<CrmLink> findByProfiles(long integrationId, Collection<Long> profileIds) {
        return profileIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from CrmLink l where l.integrationId = :integrationId and l.profileId in :profileIds",
                                CrmLink.class)
                        .setParameter("integrationId", integrationId)
                        .setParameter("profileIds", profileIds)
                        .getResultList();
    }

    /** The links of one profile with every integration. */
    public List<CrmLink> findByProfile(long profileId) {
        return em.createQuery(
                        "select l from CrmLink l where l.profileId = :profileId order by l.integrationId",
                        CrmLink.class)
                .setParameter("profileId", profileId)
                .getResultList();
    }

    /** The links of these profiles with every integration. */
    public List<CrmLink> findOfProfiles(Collection<Long> profileIds) {
        return profileIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from CrmLink l where l.profileId in :profileIds order by l.integrationId",
                                CrmLink.class)
                        .setParameter("profileIds", profileIds)
                        .getResultList();
    }

    /**
     * Links whose profile may hold what was never compared with the contact ({@link CrmLink#isBehind}), or of whose
     * conflict a person decided something (R3.6), and that the run has not met. In a Conservative sync a contact that is
     * not opted in takes no fields (R2.1): looking at it each night would be a call for nothing.
     *
     * @param afterId where the last page ended; 0 to begin
     */
    public List<CrmLink> findChangedHere(long integrationId, long runId, long afterId, int size) {
        return em.createQuery(
                        "select l from CrmLink l, Profile p, Integration i where p.id = l.profileId and i.id = l.integrationId"
                                + " and l.integrationId = :integrationId and l.id > :afterId"
                                + " and ((l.fieldsSyncedAt is null or p.changedHereAt >= l.fieldsSyncedAt)"
                                + " and (l.baseOptIn = :optedIn or i.syncType = :liberal)"
                                + " or exists (select c.id from FieldConflict c where c.linkId = l.id and c.choice is not null))"
                                + " and not exists (select o.id from RecordOutcome o where o.runId = :runId and o.recordKey = l.contactId)"
                                + " and not exists (select u.id from ContactUpdate u where u.runId = :runId and u.contactId = l.contactId)"
                                + " order by l.id",
                        CrmLink.class)
                .setParameter("integrationId", integrationId)
                .setParameter("afterId", afterId)
                .setParameter("runId", runId)
                .setHint(BIND_PARAMETERS, true)
                .setParameter("optedIn", true)
                .setParameter("liberal", SyncType.LIBERAL)
                .setMaxResults(size)
                .getResultList();
    }

    /**
     * The ids of the links whose records the run has met with an outcome of their own, or holds back until they are sent.
     * Only ids: a run may have met a million.
     */
    public List<Long> findMet(long integrationId, long runId) {
        List<Long> met = new ArrayList<>(em.createQuery(
                        "select l.id from CrmLink l, RecordOutcome o where o.runId = :runId and o.recordKey = l.contactId"
                                + " and l.integrationId = :integrationId",
                        Long.class)
                .setParameter("runId", runId)
                .setParameter("integrationId", integrationId)
                .getResultList());
        met.addAll(em.createQuery(
                        "select l.id from CrmLink l, ContactUpdate u where u.runId = :runId and u.contactId = l.contactId"
                                + " and l.integrationId = :integrationId",
                        Long.class)
                .setParameter("runId", runId)
                .setParameter("integrationId", integrationId)
                .getResultList());
        return met;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(CrmLink link) {
        em.persist(link);
    }

    /** Ends a link; whose it was is kept for the reports. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(CrmLink link, OffsetDateTime now) {
        em.persist(new FormerLink(link, now));
        em.remove(link);
    }

    /** Makes removed links leave the database before new ones of the same contact or profile come. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void flush() {
        em.flush();
    }
}
