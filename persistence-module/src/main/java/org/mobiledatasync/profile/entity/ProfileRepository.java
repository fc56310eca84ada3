package org.mobiledatasync.profile.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.platform.entity.Narrowing;
import org.mobiledatasync.platform.entity.NotFoundException;

/**
 * Finds and keeps profiles.
 */
@ApplicationScoped
public class ProfileRepository {
    private EntityManager em;

    protected ProfileRepository() {}

    @Inject
    public ProfileRepository(EntityManager em) {
        this.em = em;
    }

    public Optional<Profile> find(long id) {
        return Optional.ofNullable(em.find(Profile.class, id));
    }

    /** @throws NotFoundException when there is no such profile */
    public Profile get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no profile " + id + "."));
    }

    /** @param phone in E.164 */
    public Optional<Profile> findByPhone(String phone) {
        return findByPhones(List.of(phone)).stream().findFirst();
    }

    /** @param phones in E.164 */
    public List<Profile> findByPhones(Collection<String> phones) {
        return phones.isEmpty()
                ? List.of()
                : em.createQuery("select p from Profile p where p.phone in :phones", Profile.class)
                        .setParameter("phones", phones)
                        .getResultList();
    }

    public List<Profile> findByIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select p from Profile p where p.id in :ids", Profile.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** One page of the profiles that the filter leaves. */
    public List<Profile> search(ProfileFilter filter, ProfileOrder order, int first, int size) {
        return narrowed("select p from Profile p", order.clause(), filter, Profile.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(ProfileFilter filter) {
        return narrowed("select count(p) from Profile p", "", filter, Long.class)
                .getSingleResult();
    }

    /** How many there are, but no more than the given number: among a million it need not look at all of them. */
    public int countUpTo(ProfileFilter filter, int most) {
        return narrowed("select p.id from Profile p", "", filter, Long.class)
                .setMaxResults(most)
                .getResultList()
                .size();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Profile profile) {
        em.persist(profile);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Profile profile) {
        em.remove(em.contains(profile) ? profile : em.merge(profile));
    }

    /** Writes changes now, so that a number given twice or a lost update shows here and not at the commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void flush() {
        em.flush();
    }

    private <T> TypedQuery<T> narrowed(String select, String order, ProfileFilter filter, Class<T> type) {
        return new Narrowing()
                .by("p.phone = :phone", "phone", filter.phone())
                .by("lower(p.email) = :email", "email", Narrowing.lower(filter.email()))
                .by("p.status = :status", "status", filter.status())
                .by(
                        "(p.phone like :text or lower(p.firstName) like :text or lower(p.lastName) like :text"
                                + " or lower(p.email) like :text)",
                        "text",
                        Narrowing.containing(filter.text()))
                .by(
                        "exists (select s.id from Subscription s where s.profileId = p.id and s.campaignId = :campaignId)",
                        "campaignId",
                        filter.campaignId())
                .by(
                        "exists (select s.id from Subscription s where s.profileId = p.id and s.optInPathId = :pathId)",
                        "pathId",
                        filter.optInPathId())
                .by(
                        "case when exists (select l.id from CrmLink l where l.profileId = p.id) then true else false end = :matched",
                        "matched",
                        filter.matched())
                .query(em, select, order, type);
    }
}
