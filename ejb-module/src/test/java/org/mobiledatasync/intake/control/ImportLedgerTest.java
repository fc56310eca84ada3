package org.mobiledatasync.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.access.entity.AuditEntry;
import org.mobiledatasync.access.entity.AuditEntryRepository;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.RecordedChanges;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentStates;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.Suppression;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.intake.control.PeopleFile.Line;
import org.mobiledatasync.intake.entity.ImportPlan;
import org.mobiledatasync.intake.entity.ImportRow;
import org.mobiledatasync.intake.entity.ImportState;
import org.mobiledatasync.intake.entity.ProfileImport;
import org.mobiledatasync.intake.entity.ProfileImportRepository;
import org.mobiledatasync.intake.entity.RowConsent;
import org.mobiledatasync.intake.entity.RowOutcome;
import org.mobiledatasync.messaging.control.Outbox;
import org.mobiledatasync.messaging.control.QuietHours;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.Leases;
import org.mobiledatasync.schedule.entity.Job;
import org.mobiledatasync.schedule.entity.JobKind;
import org.mobiledatasync.schedule.entity.JobRepository;
import org.mobiledatasync.sync.entity.CrmLinkRepository;

class ImportLedgerTest extends DatabaseTest {
    private static final String ADA = "+12125550101";
    private static final String BOB = "+12125550102";
    private static final String CYN = "+12125550103";

    private final RecordedChanges changes = new RecordedChanges();
    private ProfileImportRepository imports;
    private ProfileRepository profiles;
    private SubscriptionRepository subscriptions;
    private SuppressionRepository suppressions;
    private ConsentEventRepository events;
    private Consent consent;
    private ImportLedger ledger;
    private Lease lease;
    private OptInPath path;
    private ImportPlan plan;

    @BeforeEach
    void prepare() {
        Clock clock = Clock.fixed(NOW.toInstant(), ZoneOffset.UTC);
        imports = new ProfileImportRepository(em);
        profiles = new ProfileRepository(em);
        subscriptions = new SubscriptionRepository(em);
        suppressions = new SuppressionRepository(em);
        events = new ConsentEventRepository(em);
        var outbox = new Outbox(
                new OutgoingMessageRepository(em), new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), clock);
        consent = new Consent(subscriptions, suppressions, events, outbox, clock);
        var people = new ImportedPeople(
                profiles,
                subscriptions,
                suppressions,
                new CrmLinkRepository(em),
                new CampaignRepository(em),
                new OptInPathRepository(em));
        var chunk = new ImportChunk(imports, people, profiles, consent, changes, new AuditEntryRepository(em), clock);
        var jobs = new JobRepository(em);
        ledger = new ImportLedger(imports, chunk, new Leases(jobs, clock), clock);
        inTransaction(() -> {
            var samples = new Samples(em);
            var campaign = samples.campaign("News");
            campaign.setStatus(LifeStage.ACTIVE);
            path = samples.webPath(campaign, "Fair");
            path.setStatus(LifeStage.ACTIVE);
            path.setWelcomeMessage("Welcome");
            var job = new Job(JobKind.PROFILE_IMPORT, null, NOW);
            jobs.add(job);
            job.claim("here", NOW, NOW.plusMinutes(10));
            lease = new Lease(job.getId(), "here", job.getFencingToken());
        });
        plan = new ImportPlan();
        plan.setRegion("US");
        plan.setFields(
                List.of(ImportPlan.PHONE, ProfileField.FIRST_NAME.key(), ProfileField.EMAIL.key(), ImportPlan.CUSTOM));
    }

    @Test
    @DisplayName("the preview says what would become of every line, and changes nothing")
    void preview() {
        profile(BOB, "Bob");
        long id = upload(row(ADA, "Ada"), row(BOB, "Bob"), row(BOB, "Twice"), row("555", "Wrong"));

        work(id, false);

        assertThat(imports.get(id).getState()).isEqualTo(ImportState.CHECKED);
        assertThat(outcomes(id))
                .containsExactly(RowOutcome.CREATED, RowOutcome.UNCHANGED, RowOutcome.REFUSED, RowOutcome.REFUSED);
        assertThat(imports.get(id).getCounts().done()).isEqualTo(4);
        assertThat(profiles.findByPhone(ADA)).isEmpty();
        assertThat(events.findByPhone(ADA)).isEmpty();
    }

    @Test
    @DisplayName("R4.8 people are made and subscribed, with the evidence of the import; each says where it comes from")
    void carriedOut() {
        subscribing();
        long id = upload(row(ADA, "Ada"));

        work(id, true);

        Profile ada = profiles.findByPhone(ADA).orElseThrow();
        assertThat(ada.getFirstSeenType()).isEqualTo(FirstSeenType.IMPORT);
        assertThat(ada.getFirstName()).isEqualTo("Ada");
        assertThat(ada.getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);
        ConsentEvent event = events.findByPhone(ADA).get(0);
        assertThat(event.getSource()).isEqualTo(ConsentSource.IMPORT);
        assertThat(event.getActor()).isEqualTo("eve");
        assertThat(event.getEvidence()).isEqualTo("Obtained by Ann, 3 May, at the fair (people.csv, line 2)");
        assertThat(changes.fired).containsExactly("in " + ada.getId());
        assertThat(audited(ADA)).contains(new AuditChange("File", "", "people.csv, line 2"));
        assertThat(imports.get(id).getState()).isEqualTo(ImportState.DONE);
    }

    @Test
    @DisplayName("R4.1 an import never makes an opted-out or suppressed number active; the attempt is noted")
    void whoSaidStopStaysOut() {
        subscribing();
        profile(ADA, "Ada");
        inTransaction(() -> consent.optOut(
                new ConsentStates(profiles, subscriptions, suppressions)
                        .load(profiles.findByPhone(ADA).orElseThrow().getId()),
                stop()));
        inTransaction(() -> suppressions.add(new Suppression(BOB, stop(), NOW)));
        long id = upload(row(ADA, "Ada"), row(BOB, "Bob"));

        work(id, false);
        assertThat(imports.get(id).getCounts().getBlocked()).isEqualTo(2);
        work(id, true);

        assertThat(profiles.findByPhones(List.of(ADA, BOB)))
                .extracting(Profile::getStatus)
                .containsExactly(ProfileStatus.OPTED_OUT, ProfileStatus.OPTED_OUT);
        assertThat(suppressions.findAmong(List.of(ADA, BOB))).containsExactlyInAnyOrder(ADA, BOB);
        assertThat(events.findByPhone(BOB))
                .extracting(ConsentEvent::getAction)
                .containsExactly(ConsentAction.RESUBSCRIBE_BLOCKED);
        assertThat(changes.fired).isEmpty();
        assertThat(rows(id)).extracting(ImportRow::getConsent).containsOnly(RowConsent.BLOCKED);
        assertThat(imports.findTroubledAfter(id, 0, 10)).hasSize(2);
    }

    @Test
    @DisplayName("R4.5 who is or was in the campaign gets nothing new")
    void membersStayAsTheyAre() {
        subscribing();
        work(upload(row(ADA, "Ada")), true);
        int before = events.findByPhone(ADA).size();

        long again = upload(row(ADA, "Ada"));
        work(again, true);

        assertThat(events.findByPhone(ADA)).hasSize(before);
        assertThat(rows(again).get(0).getConsent()).isEqualTo(RowConsent.MEMBER);
    }

    @Test
    @DisplayName("an empty cell erases nothing, and a value that is there stays, unless the file wins")
    void values() {
        profile(ADA, "Ada");
        work(upload(List.of(ADA, "Augusta", "ada@example.org", "M"), row(BOB, "")), true);
        assertThat(profiles.findByPhone(ADA).orElseThrow().getFirstName()).isEqualTo("Ada");
        assertThat(profiles.findByPhone(ADA).orElseThrow().getEmail()).isEqualTo("ada@example.org");
        assertThat(profiles.findByPhone(ADA).orElseThrow().getCustomFields()).isEqualTo(Map.of("Shirt", "M"));
        assertThat(profiles.findByPhone(ADA).orElseThrow().getChangedHereAt()).isEqualTo(NOW);

        plan.setOverwrite(true);
        work(upload(List.of(ADA, "Augusta", "", "")), true);
        assertThat(profiles.findByPhone(ADA).orElseThrow().getFirstName()).isEqualTo("Augusta");
        assertThat(profiles.findByPhone(ADA).orElseThrow().getEmail()).isEqualTo("ada@example.org");
    }

    @Test
    @DisplayName("R7.1 after a crash between two steps the work goes on: no line is lost, none is done twice")
    void goesOnAfterACrash() {
        subscribing();
        long id = upload(row(ADA, "Ada"), row(BOB, "Bob"), row(ADA, "Twice"), row(CYN, "Cyn"));
        begin(id, true);
        inTransaction(() -> ledger.step(lease, id, 2));
        try {
            inTransaction(() -> {
                ledger.step(lease, id, 2);
                throw new IllegalStateException("the power goes");
            });
        } catch (IllegalStateException crash) {
            em.clear();
        }
        finish(id);

        assertThat(outcomes(id))
                .containsExactly(RowOutcome.CREATED, RowOutcome.CREATED, RowOutcome.REFUSED, RowOutcome.CREATED);
        assertThat(rows(id).get(2).getReason()).contains("Line 2 has the same number");
        assertThat(imports.get(id).getCounts().done()).isEqualTo(4);
        assertThat(events.findByPhone(CYN)).hasSize(1);
    }

    @Test
    void nobodyJoinsThroughAPathThatEndedMeanwhile() {
        subscribing();
        long id = upload(row(ADA, "Ada"));
        begin(id, true);
        inTransaction(() -> new OptInPathRepository(em).get(path.getId()).setStatus(LifeStage.ENDED));
        finish(id);

        assertThat(profiles.findByPhone(ADA).orElseThrow().getStatus()).isEqualTo(ProfileStatus.NO_SUBSCRIPTIONS);
        assertThat(rows(id).get(0).getConsent()).isNull();
    }

    private void subscribing() {
        plan.setOptInPathId(path.getId());
        plan.setConsentWho("Ann");
        plan.setConsentWhen("3 May");
        plan.setConsentWhere("at the fair");
    }

    private static ConsentCause stop() {
        return ConsentCause.of(ConsentSource.KEYWORD, "sms", "STOP");
    }

    private void profile(String phone, String firstName) {
        inTransaction(() -> new Samples(em).profile(phone).setFirstName(firstName));
    }

    private static List<String> row(String phone, String firstName) {
        return List.of(phone, firstName, "", "");
    }

    @SafeVarargs
    private long upload(List<String>... rows) {
        long id = inTransaction(
                () -> ledger.begin("people.csv", "UTF-8", List.of("Mobile", "Name", "Mail", "Shirt"), "eve"));
        List<Line> lines = new ArrayList<>();
        for (List<String> cells : rows) {
            lines.add(new Line(lines.size() + 2, cells));
        }
        inTransaction(() -> {
            ledger.store(id, lines);
            ledger.stored(id, lines.size());
        });
        return id;
    }

    private void work(long id, boolean carryOut) {
        begin(id, carryOut);
        finish(id);
    }

    private void begin(long id, boolean carryOut) {
        inTransaction(() -> {
            ProfileImport file = imports.get(id);
            file.check(plan);
            if (carryOut) {
                file.carryOut();
            }
        });
    }

    private void finish(long id) {
        while (inTransaction(() -> ledger.step(lease, id, 2))) {
            assertThat(imports.get(id).getCursor()).isLessThan(1000);
        }
    }

    private List<ImportRow> rows(long id) {
        return imports.findRowsAfter(id, 0, 100);
    }

    private List<RowOutcome> outcomes(long id) {
        return rows(id).stream().map(ImportRow::getOutcome).toList();
    }

    private List<AuditChange> audited(String phone) {
        return new AuditEntryRepository(em)
                .find("Import", 0, 10).stream()
                        .filter(entry -> entry.getSubject().equals(phone))
                        .map(AuditEntry::getChanges)
                        .flatMap(List::stream)
                        .toList();
    }
}
