package org.mobiledatasync.timeline.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mobiledatasync.access.entity.AuditEntry;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.SettledRecordRepository;

/**
 * Reads the time line of one number, page by page. Each source is read by an index of its own and no further than to the
 * end of the page.
 */
@ApplicationScoped
public class TimelineRepository {
    /** Outcomes of records that a sync met and left as they were. */
    private static final Set<Outcome> UNCHANGED = EnumSet.of(Outcome.NO_NEW_CHANGES, Outcome.NO_DIFFERENCE);

    private static final String CONSENT = " from ConsentEvent e where e.phone = :of";
    private static final String EDITS = " from AuditEntry e where e.subject = :of and e.kind in :which";
    private static final String SYNCS = " from RecordOutcome e where e.profileId = :of and e.outcome not in :which";

    private EntityManager em;
    private SettledRecordRepository settled;

    protected TimelineRepository() {}

    @Inject
    public TimelineRepository(EntityManager em, SettledRecordRepository settled) {
        this.em = em;
        this.settled = settled;
    }

    /**
     * Whose time line it is.
     *
     * @param phone in E.164; what happened to an earlier profile of the number belongs to it too
     * @param editKinds the kinds of audit entries, with the number as their subject, that are of interest
     */
    public record Subject(String phone, long profileId, Set<String> editKinds) {}

    /** One page of the positions, newest first. */
    public List<TimelinePosition> find(Subject subject, int first, int size) {
        int most = Math.addExact(first, size);
        return Stream.of(
                        positions(TimelineSource.CONSENT, CONSENT, "occurredAt", subject.phone, null, most),
                        positions(TimelineSource.EDIT, EDITS, "at", subject.phone, subject.editKinds, most),
                        positions(TimelineSource.SYNC, SYNCS, "occurredAt", subject.profileId, UNCHANGED, most))
                .flatMap(List::stream)
                .sorted(TimelinePosition.NEWEST_FIRST)
                .skip(first)
                .limit(size)
                .toList();
    }

    public long count(Subject subject) {
        return count(CONSENT, subject.phone, null)
                + count(EDITS, subject.phone, subject.editKinds)
                + count(SYNCS, subject.profileId, UNCHANGED);
    }

    /**
     * When syncs met the profile and left it as it was, newest first.
     *
     * @param after exclusive
     * @param before exclusive
     */
    public List<OffsetDateTime> findQuiet(long profileId, OffsetDateTime after, OffsetDateTime before) {
        List<OffsetDateTime> reported = em.createQuery(
                        "select o.occurredAt from RecordOutcome o where o.profileId = :profileId and o.outcome in :unchanged"
                                + " and o.occurredAt > :after and o.occurredAt < :before",
                        OffsetDateTime.class)
                .setParameter("profileId", profileId)
                .setParameter("unchanged", UNCHANGED)
                .setParameter("after", after)
                .setParameter("before", before)
                .getResultList();
        List<Long> links = Stream.of("CrmLink", "FormerLink")
                .flatMap(kind -> em.createQuery(
                                "select l.id from " + kind + " l where l.profileId = :profileId", Long.class)
                        .setParameter("profileId", profileId)
                        .getResultStream())
                .toList();
        return Stream.concat(reported.stream(), settled.findTimes(links, after, before).stream())
                .sorted(Comparator.comparing(OffsetDateTime::toInstant).reversed())
                .toList();
    }

    public List<ConsentEvent> consentEvents(Collection<Long> ids) {
        return entities(ConsentEvent.class, ids);
    }

    public List<AuditEntry> edits(Collection<Long> ids) {
        return entities(AuditEntry.class, ids);
    }

    public List<RecordOutcome> outcomes(Collection<Long> ids) {
        return entities(RecordOutcome.class, ids);
    }

    private <T> List<T> entities(Class<T> type, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private List<TimelinePosition> positions(
            TimelineSource source, String from, String time, Object of, Set<?> which, int most) {
        var query = em.createQuery(
                        "select e.id, e." + time + from + " order by e." + time + " desc, e.id desc", Object[].class)
                .setParameter("of", of)
                .setMaxResults(most);
        if (which != null) {
            query.setParameter("which", which);
        }
        return query.getResultStream()
                .map(row -> new TimelinePosition(source, (Long) row[0], (OffsetDateTime) row[1]))
                .toList();
    }

    private long count(String from, Object of, Set<?> which) {
        var query = em.createQuery("select count(e)" + from, Long.class).setParameter("of", of);
        if (which != null) {
            query.setParameter("which", which);
        }
        return query.getSingleResult();
    }
}
