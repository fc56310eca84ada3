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

    /** Whose a link is or was; the profile as it is now, null when it was removed since. */
    private record Pair(String contactId, Profile profile) {}

    /**
     * A record as its report shows it.
     *
     * @param contactId of the link; empty when the link ended so long ago that nobody knows
     * @param profile as it is now; empty when it was removed since
     * @param occurredAt when the run met it
     */
    public record SettledRecord(
            long linkId, Optional<String> contactId, Optional<Profile> profile, OffsetDateTime occurredAt) {}

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

    /** Those of the contacts whose records the run reported as settled, whatever became of their pairs since. */
    public Set<String> contactsAmong(long runId, Collection<String> contactIds) {
        Map<Long, String> contacts = new HashMap<>();
        for (String links : contactIds.isEmpty() ? List.<String>of() : List.of("CrmLink", "FormerLink")) {
            em.createQuery(
                            "select l.id, l.contactId from " + links + " l where l.contactId in :contactIds"
                                    + " and l.integrationId = (select r.integrationId from SyncRun r where r.id = :runId)",
                            Object[].class)
                    .setParameter("contactIds", contactIds)
                    .setParameter("runId", runId)
                    .getResultStream()
                    .forEach(link -> contacts.put((Long) link[0], (String) link[1]));
        }
        return among(runId, contacts.keySet()).stream().map(contacts::get).collect(Collectors.toSet());
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

    /** One page of them. Those whose link ended since come in no order but that of their links, and no text finds them. */
    public List<SettledRecord> search(long runId, String text, OutcomeOrder order, long first, int size) {
        long[] links = links(runId, text, order);
        if (first >= links.length) {
            return List.of();
        }
        List<Long> page = LongStream.of(
                        Arrays.copyOfRange(links, (int) first, (int) Math.min(links.length, first + size)))
                .boxed()
                .toList();
        Map<Long, Pair> pairs = pairs(page);
        OffsetDateTime occurredAt = occurredAt(runId);
        return page.stream()
                .map(id -> new SettledRecord(
                        id,
                        Optional.ofNullable(pairs.get(id)).map(Pair::contactId),
                        Optional.ofNullable(pairs.get(id)).map(Pair::profile),
                        occurredAt))
                .toList();
    }

    private Map<Long, Pair> pairs(List<Long> links) {
        Map<Long, Pair> pairs = new HashMap<>();
        for (String kind : List.of("CrmLink", "FormerLink")) {
            em.createQuery(
                            "select l.id, l.contactId, p from " + kind
                                    + " l left join Profile p on p.id = l.profileId where l.id in :links",
                            Object[].class)
                    .setParameter("links", links)
                    .getResultStream()
                    .forEach(link -> pairs.put((Long) link[0], new Pair((String) link[1], (Profile) link[2])));
        }
        return pairs;
    }

    /**
     * Deletes what is older than the moment, with the links that ended before it: no report names them any more.
     *
     * @param size at most so many of either
     * @return how many are gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int deleteOlderThan(OffsetDateTime moment, int size) {
        return delete("SettledRecords s where s.occurredAt < :moment", moment, size)
                + delete("FormerLink s where s.endedAt < :moment", moment, size);
    }

    private int delete(String which, OffsetDateTime moment, int size) {
        List<Long> ids = em.createQuery("select s.id from " + which, Long.class)
                .setParameter("moment", moment)
                .setMaxResults(size)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from " + which.substring(0, which.indexOf(" where")) + " where s.id in :ids")
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
