package org.mobiledatasync.timeline.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.AuditEntry;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.LinkIds;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SettledRecordRepository;
import org.mobiledatasync.sync.entity.Side;
import org.mobiledatasync.sync.entity.SyncRunRepository;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Change;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Quiet;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Run;
import org.mobiledatasync.timeline.boundary.TimelineEntry.Word;
import org.mobiledatasync.timeline.entity.TimelineRepository;

class TimelineServiceTest extends DatabaseTest {
    private static final String PHONE = "+12125550101";
    private static final List<FieldChange> NO_CHANGES = List.of();

    private TimelineService service;
    private Samples samples;
    private Profile ada;
    private OptInPath path;
    private long run;

    @BeforeEach
    void prepare() {
        samples = new Samples(em);
        service = new TimelineService(
                new TimelineRepository(em, new SettledRecordRepository(em)),
                new ProfileRepository(em),
                new CampaignRepository(em),
                new OptInPathRepository(em),
                new SyncRunRepository(em));
        inTransaction(() -> {
            ada = samples.profile(PHONE);
            path = samples.webPath(samples.campaign("News"), "Form");
            run = samples.run(samples.integration("Salesforce"), RunKind.NIGHTLY)
                    .getId();
        });
    }

    @Test
    @DisplayName("R4.8 consent, syncs and edits stand in one line, newest first, each with its why")
    void everythingInOneLine() {
        consent(day(1), ConsentAction.OPT_IN, ConsentCause.of(ConsentSource.WEB_FORM, "web form", "Form of 1 May"));
        edit(day(2), "Profile", new AuditChange("profile_last_name", "", "Byron"));
        outcome(
                day(3),
                Outcome.PROFILE_UPDATED,
                "Changed values were brought over.",
                List.of(new FieldChange("profile_last_name", Side.PROFILE, "Byron", "Lovelace")));

        List<TimelineEntry> line = service.find(ada.getId(), 0, 10).entries();

        assertThat(line).extracting(TimelineEntry::what).containsExactly("PROFILE_UPDATED", "CHANGED", "OPT_IN");
        assertThat(line.get(0).run()).isEqualTo(new Run(run, RunKind.NIGHTLY));
        assertThat(line.get(0).reason()).isEqualTo("Changed values were brought over.");
        assertThat(line.get(0).changes())
                .containsExactly(new Change("profile_last_name", Side.PROFILE, "Byron", "Lovelace"));
        assertThat(line.get(1).who()).isEqualTo("ada");
        assertThat(line.get(1).changes()).containsExactly(new Change("profile_last_name", null, null, "Byron"));
        assertThat(line.get(2).consent())
                .isEqualTo(new Word("WEB_FORM", "Form of 1 May", null, "ACTIVE", "News", "Form"));
    }

    @Test
    void whatIsOfOthersIsNotShown() {
        Profile bob = inTransaction(() -> samples.profile("+12125550102"));
        inTransaction(() -> {
            em.persist(new AuditEntry(
                    day(1), "ada", AuditAction.CHANGED, "Profile", "+12125550102", List.<AuditChange>of()));
            em.persist(new AuditEntry(day(1), "ada", AuditAction.CHANGED, "Consent", PHONE, List.<AuditChange>of()));
            em.persist(new RecordOutcome(run, "bob", Outcome.PROFILE_CREATED, "CREATED", "Made.", day(1))
                    .of(bob, "003000000000001AAA"));
        });

        assertThat(service.find(ada.getId(), 0, 10).entries()).isEmpty();
        assertThat(service.find(bob.getId(), 0, 10).total()).isEqualTo(2);
        assertThatThrownBy(() -> service.find(999_999, 0, 10)).isInstanceOf(NotFoundException.class);
    }

    @Test
    @DisplayName("syncs that changed nothing are counted between the entries, not listed")
    void quietSyncsAreCounted() {
        outcome(day(1), Outcome.PROFILE_CREATED, "Made.", NO_CHANGES);
        outcome(day(2), Outcome.NO_NEW_CHANGES, "Same.", NO_CHANGES);
        outcome(day(3), Outcome.NO_DIFFERENCE, "Same.", NO_CHANGES);
        edit(day(4), "Profile", new AuditChange("state", "NY", "MA"));
        outcome(day(5), Outcome.NO_NEW_CHANGES, "Same.", NO_CHANGES);

        TimelinePage page = service.find(ada.getId(), 0, 10);

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.quietSince()).isEqualTo(new Quiet(1, day(5), day(5)));
        assertThat(page.entries())
                .extracting(TimelineEntry::quietBefore)
                .containsExactly(new Quiet(2, day(2), day(3)), null);
        assertThat(service.find(ada.getId(), 1, 1).quietSince()).isNull();
        assertThat(service.find(ada.getId(), 0, 1).entries().get(0).quietBefore())
                .as("the last entry of a page knows what comes after it")
                .isEqualTo(new Quiet(2, day(2), day(3)));
    }

    @Test
    @DisplayName("records of settled pairs, which are kept as bits, are counted too")
    void settledSyncsAreCounted() {
        Profile bob = inTransaction(() -> samples.profile("+12125550102"));
        inTransaction(() -> {
            var salesforce = samples.integration("Other");
            LinkIds links = new LinkIds();
            links.add(samples.link(salesforce, ada, "003000000000001AAA").getId());
            var settled = new SettledRecordRepository(em);
            settled.add(run, links, day(2));
            samples.link(salesforce, bob, "003000000000002AAA");
        });

        assertThat(service.find(ada.getId(), 0, 10).quietSince()).isEqualTo(new Quiet(1, day(2), day(2)));
        assertThat(service.find(bob.getId(), 0, 10).quietSince()).isNull();
    }

    @Test
    @DisplayName("R3.6 what stays open is repeated by every run, and stands once")
    void repeatedOutcomesStandOnce() {
        for (int day = 1; day <= 4; day++) {
            outcome(day(day), Outcome.FIELD_CONFLICT, "Both sides changed state.", NO_CHANGES);
        }
        edit(day(5), "Field conflict", new AuditChange("state", "", "MOBILE"));
        outcome(day(6), Outcome.FIELD_CONFLICT, "Both sides changed state.", NO_CHANGES);

        List<TimelineEntry> line = service.find(ada.getId(), 0, 10).entries();

        assertThat(line).extracting(TimelineEntry::at).containsExactly(day(6), day(5), day(4));
        assertThat(line).extracting(TimelineEntry::repeats).containsExactly(null, null, new Quiet(3, day(1), day(3)));
    }

    @Test
    void pagesNeitherRepeatNorMissAnEntry() {
        for (int i = 0; i < 7; i++) {
            edit(day(1), "Profile", new AuditChange("state", "", String.valueOf(i)));
            consent(
                    day(1),
                    ConsentAction.RESUBSCRIBE_BLOCKED,
                    ConsentCause.of(ConsentSource.API, "t", String.valueOf(i)));
        }
        List<Object> seen = new ArrayList<>();
        for (int first = 0; first < 14; first += 4) {
            service.find(ada.getId(), first, 4)
                    .entries()
                    .forEach(entry -> seen.add(entry.consent() == null ? entry.changes() : entry.consent()));
        }
        assertThat(seen).hasSize(14).doesNotHaveDuplicates();
    }

    private static OffsetDateTime day(int day) {
        return NOW.plusDays(day);
    }

    private void consent(OffsetDateTime at, ConsentAction action, ConsentCause cause) {
        inTransaction(() -> em.persist(new ConsentEvent(PHONE, ada.getId(), action, cause, at)
                .moved(path.getCampaignId(), path.getId(), null, "ACTIVE")));
    }

    private void edit(OffsetDateTime at, String kind, AuditChange change) {
        inTransaction(() -> em.persist(new AuditEntry(at, "ada", AuditAction.CHANGED, kind, PHONE, List.of(change))));
    }

    private void outcome(OffsetDateTime at, Outcome outcome, String message, List<FieldChange> changes) {
        inTransaction(() -> em.persist(new RecordOutcome(run, at.toString(), outcome, outcome.name(), message, at)
                .of(ada, "003000000000001AAA")
                .withChanges(FieldChange.toJson(changes))));
    }
}
