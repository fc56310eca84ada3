package org.mobiledatasync.messaging.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.platform.entity.Narrowing;

/**
 * Finds and keeps outgoing texts.
 */
@ApplicationScoped
public class OutgoingMessageRepository {
    private EntityManager em;

    protected OutgoingMessageRepository() {}

    @Inject
    public OutgoingMessageRepository(EntityManager em) {
        this.em = em;
    }

    /** What may be sent now, oldest first. */
    public List<OutgoingMessage> findDue(OffsetDateTime now, int size) {
        return em.createQuery(
                        "select m from OutgoingMessage m where m.state = :queued and m.notBefore <= :now order by m.id",
                        OutgoingMessage.class)
                .setParameter("queued", MessageState.QUEUED)
                .setParameter("now", now)
                .setMaxResults(size)
                .getResultList();
    }

    public List<OutgoingMessage> findByIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select m from OutgoingMessage m where m.id in :ids order by m.id",
                                OutgoingMessage.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Takes a queued text for sending, unless another server was quicker. @return whether it is ours */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean claim(long id, OffsetDateTime now) {
        return em.createQuery("update OutgoingMessage m set m.state = :sending, m.stateAt = :now"
                                + " where m.id = :id and m.state = :queued")
                        .setParameter("sending", MessageState.SENDING)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("queued", MessageState.QUEUED)
                        .executeUpdate()
                == 1;
    }

    /** Texts that a server was sending when the moment came: older ones lost their server. */
    public List<OutgoingMessage> findSendingSinceBefore(OffsetDateTime moment) {
        return em.createQuery(
                        "select m from OutgoingMessage m where m.state = :sending and m.stateAt < :moment",
                        OutgoingMessage.class)
                .setParameter("sending", MessageState.SENDING)
                .setParameter("moment", moment)
                .getResultList();
    }

    /** The profile's text of that kind through that path: there is at most one. */
    public Optional<OutgoingMessage> find(long profileId, long optInPathId, MessageKind kind) {
        return em.createQuery(
                        "select m from OutgoingMessage m where m.profileId = :profileId and m.optInPathId = :optInPathId and m.kind = :kind",
                        OutgoingMessage.class)
                .setParameter("profileId", profileId)
                .setParameter("optInPathId", optInPathId)
                .setParameter("kind", kind)
                .getResultStream()
                .findFirst();
    }

    /** One page, newest first. */
    public List<OutgoingMessage> search(MessageFilter filter, int first, int size) {
        return narrowed("select m from OutgoingMessage m", " order by m.id desc", filter, OutgoingMessage.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(MessageFilter filter) {
        return narrowed("select count(m) from OutgoingMessage m", "", filter, Long.class)
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OutgoingMessage message) {
        em.persist(message);
    }

    private <T> TypedQuery<T> narrowed(String select, String order, MessageFilter filter, Class<T> type) {
        return new Narrowing()
                .by("m.profileId = :profileId", "profileId", filter.profileId())
                .by("m.state = :state", "state", filter.state())
                .by("m.kind = :kind", "kind", filter.kind())
                .by("m.campaignId = :campaignId", "campaignId", filter.campaignId())
                .by("m.phone like :phone", "phone", Narrowing.containing(filter.phone()))
                .query(em, select, order, type);
    }
}
