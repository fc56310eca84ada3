package org.mobiledatasync.sync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.mobiledatasync.platform.entity.Narrowing;
import org.mobiledatasync.profile.entity.Profile;

/** Keeps which records of a run were those of settled pairs, and finds them for the report (R8.3). */
@ApplicationScoped
public class SettledRecordRepository {
    private EntityManager em;

    protected SettledRecordRepository() {}

    @Inject
    public SettledRecordRepository(EntityManager em) {
        this.em = em;
    }

    /** A link with its profile. */
    public record Pair(CrmLink link, Profile profile) {}

    /**
     * A record as its report shows it.
     *
     * @param pair as it is now; empty when profile or link were removed since
     * @param occurredAt when the run met it
     */
    public record SettledRecord(long linkId, Optional<Pair> pair, OffsetDateTime occurredAt) {}

    /** @return how many of them the run had not reported yet */
    @Transactional(Transactional.TxType.MANDATORY)
    public long add(long runId, LinkIds links, OffsetDateTime now) {
        Map<Long, SettledRecords> known =
                find(runId).stream().collect(Collectors.toMap(SettledRecords::getPart, Function.identity()));
        long added = 0;
        for (Map.Entry<Long, BitSet> part : links.parts().entrySet()) {
            SettledRecords records = known.get(part.getKey());
            if (records == null) {
                records = new SettledRecords(runId, part.getKey(), now);
                em.persist(records);
            }
            added += records.add(part.getValue());
        }
        return added;
    }

    /** Those of the links whose records the run reported as settled. */
    public Set<Long> among(long runId, Collection<Long> links) {
        Set<Long> parts = links.stream().map(id -> id / LinkIds.PART).collect(Collectors.toSet());
        if (parts.isEmpty()) {
            return Set.of();
        }
        Map<Long, BitSet> bits = new HashMap<>();
        em.createQuery(
                        "select s from SettledRecords s where s.runId = :runId and s.part in :parts",
                        SettledRecords.class)
                .setParameter("runId", runId)
                .setParameter("parts", parts)
                .getResultStream()
                .forEach(records -> bits.put(records.getPart(), records.bits()));
        Set<Long> among = new HashSet<>(links);
        among.removeIf(id -> !bits.getOrDefault(id / LinkIds.PART, new BitSet()).get((int) (id % LinkIds.PART)));
        return among;
    }

    /**
     * When runs reported records of the links as settled, in no order.
     *
     * @param after exclusive
     * @param before exclusive
     */
    public List<OffsetDateTime> findTimes(Collection<Long> links, OffsetDateTime after, OffsetDateTime before) {
        Set<Long> parts = links.stream().map(id -> id / LinkIds.PART).collect(Collectors.toSet());
        return parts.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select s from SettledRecords s where s.part in :parts and s.occurredAt > :after and s.occurredAt < :before",
                                SettledRecords.class)
                        .setParameter("parts", parts)
                        .setParameter("after", after)
                        .setParameter("before", before)
                        .getResultStream()
                        .filter(records -> links.stream().anyMatch(records::has))
                        .map(SettledRecords::getOccurredAt)
                        .toList();
    }

    /** How many records the run reported as settled. */
    public long count(long runId) {
        return em.createQuery(
                        "select coalesce(sum(s.count), 0) from SettledRecords s where s.runId = :runId", Long.class)
                .setParameter("runId", runId)
                .getSingleResult();
    }

    /** How many of them are of profiles with the text in their number, names, e-mail or contact's id. */
    public long count(long runId, String text) {
        return Narrowing.lower(text) == null ? count(runId) : links(runId, text, OutcomeOrder.AS_REPORTED).length;
    }

    /** One page of them. Those whose pair was removed since come in no order but that of their links. */
    public List<SettledRecord> search(long runId, String text, OutcomeOrder order, long first, int size) {
        long[] links = links(runId, text, order);
        if (first >= links.length) {
            return List.of();
        }
        List<Long> page = LongStream.of(
                        Arrays.copyOfRange(links, (int) first, (int) Math.min(links.length, first + size)))
                .boxed()
                .toList();
        Map<Long, Pair> pairs = new HashMap<>();
        em.createQuery(
                        "select l, p from CrmLink l, Profile p where p.id = l.profileId and l.id in :links",
                        Object[].class)
                .setParameter("links", page)
                .getResultStream()
                .map(row -> new Pair((CrmLink) row[0], (Profile) row[1]))
                .forEach(pair -> pairs.put(pair.link().getId(), pair));
        OffsetDateTime occurredAt = occurredAt(runId);
        return page.stream()
                .map(id -> new SettledRecord(id, Optional.ofNullable(pairs.get(id)), occurredAt))
                .toList();
    }

    /** Deletes what is older than the moment, at most the given number. @return how many are gone */
    @Transactional(Transactional.TxType.MANDATORY)
    public int deleteOlderThan(OffsetDateTime moment, int size) {
        List<Long> ids = em.createQuery("select s.id from SettledRecords s where s.occurredAt < :moment", Long.class)
                .setParameter("moment", moment)
                .setMaxResults(size)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from SettledRecords s where s.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    private List<SettledRecords> find(long runId) {
        return em.createQuery("select s from SettledRecords s where s.runId = :runId", SettledRecords.class)
                .setParameter("runId", runId)
                .getResultList();
    }

    private OffsetDateTime occurredAt(long runId) {
        return em.createQuery(
                        "select min(s.occurredAt) from SettledRecords s where s.runId = :runId", OffsetDateTime.class)
                .setParameter("runId", runId)
                .getSingleResult();
    }

    private long[] links(long runId, String text, OutcomeOrder order) {
        LinkIds all = new LinkIds();
        find(runId).forEach(records -> all.parts().put(records.getPart(), records.bits()));
        boolean narrowed = Narrowing.lower(text) != null;
        if (!narrowed && !order.ordersSettled()) {
            return all.toArray();
        }
        long[] found = new Narrowing()
                        .by(
                                "p.id = l.profileId and l.integrationId ="
                                        + " (select r.integrationId from SyncRun r where r.id = :runId)",
                                "runId",
                                runId)
                        .by(
                                "(p.phone like :text or lower(p.firstName) like :text or lower(p.lastName) like :text"
                                        + " or lower(p.email) like :text or lower(l.contactId) like :text)",
                                "text",
                                Narrowing.containing(text))
                        .query(em, "select l.id from CrmLink l, Profile p", order.pairClause(), Long.class)
                        .getResultList()
                        .stream()
                        .mapToLong(Long::longValue)
                        .filter(all::contains)
                        .toArray();
        if (narrowed) {
            return found;
        }
        LongStream.of(found).forEach(all::remove);
        return LongStream.concat(LongStream.of(found), LongStream.of(all.toArray()))
                .toArray();
    }
}
