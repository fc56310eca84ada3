package org.mobiledatasync.timeline.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditEntry;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.SyncRunRepository;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Quiet;
import org.mobiledatasync.timeline.entity.TimelinePosition;
import org.mobiledatasync.timeline.entity.TimelineRepository;
import org.mobiledatasync.timeline.entity.TimelineRepository.Subject;
import org.mobiledatasync.timeline.entity.TimelineSource;

/** Tells why a profile is as it is: all that happened to its number, newest first. */
@Stateless
@RolesAllowed(Roles.VIEWER)
public class TimelineService {
    /** The kinds of audit entries that have a number as their subject; consent is told by its events. */
    private static final Set<String> EDITS = Set.of("Profile", "Import", "Field conflict", "Multiple matches");

    private static final OffsetDateTime BEGIN = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime END = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private TimelineRepository timeline;
    private ProfileRepository profiles;
    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private SyncRunRepository runs;

    protected TimelineService() {}

    @Inject
    public TimelineService(
            TimelineRepository timeline,
            ProfileRepository profiles,
            CampaignRepository campaigns,
            OptInPathRepository paths,
            SyncRunRepository runs) {
        this.timeline = timeline;
        this.profiles = profiles;
        this.campaigns = campaigns;
        this.paths = paths;
        this.runs = runs;
    }

    /**
     * One page of a profile's time line.
     *
     * @param size how many entries at most, at least 1
     * @throws org.mobiledatasync.platform.entity.NotFoundException when there is no such profile
     */
    public TimelinePage find(long profileId, int first, int size) {
        Profile profile = profiles.get(profileId);
        Subject subject = new Subject(profile.getPhone(), profileId, EDITS);
        List<TimelinePosition> found = timeline.find(subject, first, size + 1);
        List<TimelinePosition> page = found.subList(0, Math.min(size, found.size()));
        Map<TimelinePosition, TimelineEntry> entries = read(page);
        OffsetDateTime end = first == 0 || page.isEmpty() ? END : page.get(0).at();
        OffsetDateTime begin = found.size() > size ? found.get(size).at() : BEGIN;
        List<OffsetDateTime> quiet = timeline.findQuiet(profileId, begin, end);
        Deque<TimelineEntry> answer = new ArrayDeque<>();
        for (int i = 0; i < page.size(); i++) {
            OffsetDateTime older = i + 1 < found.size() ? found.get(i + 1).at() : BEGIN;
            add(
                    answer,
                    entries.get(page.get(i))
                            .with(between(quiet, older, page.get(i).at()), null));
        }
        OffsetDateTime newest = found.isEmpty() ? BEGIN : found.get(0).at();
        return new TimelinePage(
                List.copyOf(answer), first == 0 ? between(quiet, newest, END) : null, timeline.count(subject));
    }

    /** What stays open is reported by every run: one line is enough. */
    private static void add(Deque<TimelineEntry> entries, TimelineEntry older) {
        TimelineEntry newer = entries.peekLast();
        if (newer == null || newer.quietBefore() != null || !newer.isRepeatedBy(older)) {
            entries.addLast(older);
            return;
        }
        Quiet known = newer.repeats();
        Quiet repeats = known == null
                ? new Quiet(1, older.at(), older.at())
                : new Quiet(known.syncs() + 1, older.at(), known.last());
        entries.removeLast();
        entries.addLast(newer.with(older.quietBefore(), repeats));
    }

    private static Quiet between(List<OffsetDateTime> times, OffsetDateTime after, OffsetDateTime before) {
        List<OffsetDateTime> within = times.stream()
                .filter(time -> time.isAfter(after) && time.isBefore(before))
                .toList();
        return within.isEmpty() ? null : new Quiet(within.size(), within.get(within.size() - 1), within.get(0));
    }

    private Map<TimelinePosition, TimelineEntry> read(List<TimelinePosition> page) {
        Map<Long, ConsentEvent> consent = timeline.consentEvents(ids(page, TimelineSource.CONSENT)).stream()
                .collect(Collectors.toMap(ConsentEvent::getId, event -> event));
        Map<Long, AuditEntry> edits = timeline.edits(ids(page, TimelineSource.EDIT)).stream()
                .collect(Collectors.toMap(AuditEntry::getId, edit -> edit));
        Map<Long, RecordOutcome> outcomes = timeline.outcomes(ids(page, TimelineSource.SYNC)).stream()
                .collect(Collectors.toMap(RecordOutcome::getId, outcome -> outcome));
        EntryWording wording = new EntryWording(
                campaigns.findAll().stream().collect(Collectors.toMap(Campaign::getId, Campaign::getName)),
                paths.findAll().stream().collect(Collectors.toMap(OptInPath::getId, OptInPath::getName)),
                runs::find);
        Map<TimelinePosition, TimelineEntry> entries = new HashMap<>();
        for (TimelinePosition position : page) {
            entries.put(
                    position,
                    switch (position.source()) {
                        case CONSENT -> wording.of(consent.get(position.id()));
                        case EDIT -> wording.of(edits.get(position.id()));
                        case SYNC -> wording.of(outcomes.get(position.id()));
                    });
        }
        return entries;
    }

    private static List<Long> ids(List<TimelinePosition> page, TimelineSource source) {
        return page.stream()
                .filter(position -> position.source() == source)
                .map(TimelinePosition::id)
                .toList();
    }
}
