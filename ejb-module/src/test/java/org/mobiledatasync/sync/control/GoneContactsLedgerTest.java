package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentStates;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.messaging.control.Outbox;
import org.mobiledatasync.messaging.control.QuietHours;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.schedule.control.LeaseLostException;
import org.mobiledatasync.sync.control.ContactFate.Kind;
import org.mobiledatasync.sync.control.ContactFate.Survivor;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.FieldConflictRepository;
import org.mobiledatasync.sync.entity.LinkIds;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.OutcomeFilter;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.SettledRecordRepository;
import org.mobiledatasync.sync.entity.SyncRun;

/** Pairs whose contact is gone, over a real database: Ann with the contact that went, Bea with another. */
class GoneContactsLedgerTest extends NightlyRunFixture {
    private static final String ANNS = People.CONTACT;
    private static final String SURVIVOR = People.OTHER_CONTACT;
    private static final OffsetDateTime LONG_AGO = NOW.minusDays(30);

    private SettledRecordRepository settled;
    private GoneContactsLedger ledger;
    private SyncPlan plan;

    @BeforeEach
    void prepare() {
        settled = new SettledRecordRepository(em);
        var subscriptions = new SubscriptionRepository(em);
        var suppressions = new SuppressionRepository(em);
        var events = new ConsentEventRepository(em);
        var outbox = new Outbox(
                new OutgoingMessageRepository(em), new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), clock);
        var pairs = new GonePairs(
                links,
                new FieldConflictRepository(em),
                changes,
                outbound,
                events,
                new ConsentStates(profiles, subscriptions, suppressions),
                new Consent(subscriptions, suppressions, events, outbox, clock),
                clock);
        ledger = new GoneContactsLedger(
                links,
                updates,
                runs,
                pairs,
                new GoneReport(outcomes, settled, updates, profiles, clock),
                leases,
                clock);
        plan = new SyncPlan(
                integration,
                null,
                SyncType.CONSERVATIVE,
                "US",
                null,
                List.of(),
                "Mobile_Subscriber__c",
                Map.of(),
                null,
                null,
                List.of(),
                List.of());
    }

    private void pair(long profile, String contact, Boolean baseOptIn) {
        inTransaction(() -> {
            CrmLink link = new CrmLink(integration, profile, contact, LONG_AGO);
            link.agreedOn(Map.of("profile_last_name", "Lee"), LONG_AGO, LONG_AGO);
            link.setBaseOptIn(baseOptIn);
            link.setSeenRow("seen");
            links.add(link);
        });
    }

    private void optedOut(long profile) {
        inTransaction(() -> profiles.get(profile).setStatus(ProfileStatus.OPTED_OUT));
    }

    private void settle(ContactFate fate) {
        settle(fate, GoneContact.missing(ANNS));
    }

    private void settle(ContactFate fate, GoneContact gone) {
        inTransaction(() -> ledger.settle(lease, run, plan, List.of(gone), Map.of(ANNS, fate), 1, 2));
    }

    private static ContactFate merged(Boolean lastOptIn) {
        return new ContactFate(
                Kind.MERGED, new Survivor(SURVIVOR, People.PHONE, People.PHONE), lastOptIn, NOW.minusDays(1));
    }

    private static ContactFate deleted() {
        return new ContactFate(Kind.DELETED, null, true, NOW.minusDays(1));
    }

    private List<RecordOutcome> reported() {
        List<RecordOutcome> all = outcomes.search(run, new OutcomeFilter(null, null), 0, 99);
        SyncRun closed = runs.get(run);
        assertThat(closed.getSeen()).as("R8.1").isEqualTo(all.size());
        return all;
    }

    private Profile profile(long id) {
        return profiles.get(id);
    }

    private boolean optOutWaits(long profile) {
        return changes.findByProfile(integration, profile)
                .filter(change -> !change.isOptIn())
                .isPresent();
    }

    @Test
    @DisplayName("a merge moves the pair: no field is agreed on, the opt-in that both sides held is remembered (R4.2)")
    void move() {
        pair(ann, ANNS, true);
        settle(merged(true));

        CrmLink link = links.findByContact(integration, SURVIVOR).orElseThrow();
        assertThat(link.getProfileId()).isEqualTo(ann);
        assertThat(link.isBased()).isFalse();
        assertThat(link.getBase()).isEmpty();
        assertThat(link.getSeenRow()).isNull();
        assertThat(link.getBaseOptIn()).isTrue();
        assertThat(reported()).singleElement().satisfies(record -> {
            assertThat(record.getOutcome()).isEqualTo(Outcome.PROFILE_UPDATED);
            assertThat(record.getRecordKey()).isEqualTo(ANNS);
            assertThat(record.getConstituentId()).isEqualTo(SURVIVOR);
            assertThat(record.getChanges()).contains(ANNS).contains(SURVIVOR);
        });
        assertThat(runs.get(run).getQuotaUsed()).isEqualTo(2);
        assertThat(changes.findByProfile(integration, ann)).isEmpty();
    }

    @Test
    @DisplayName("R4.1 the survivor is told of an opt-out even when it reached the contact that went")
    void moveOptedOut() {
        pair(ann, ANNS, false);
        optedOut(ann);
        settle(merged(false));

        assertThat(optOutWaits(ann)).isTrue();
    }

    @Test
    @DisplayName("R5.1 what the nightly sync was to tell a contact that went is told to the survivor")
    void updateIsKept() {
        pair(ann, ANNS, true);
        inTransaction(() -> updates.add(new ContactUpdate(
                        runs.get(run), links.findByContact(integration, ANNS).orElseThrow(), Map.of(), false)
                .reporting(Outcome.OPT_OUT_EXPORTED, null, "OPT_OUT_SENT", "", null)));
        inTransaction(() -> runs.get(run).saw(1));
        optedOut(ann);
        long update = updates.findNext(run, 1).get(0).getId();
        settle(merged(true), new GoneContact(ANNS, ANNS, null, update, "ENTITY_IS_DELETED: entity is deleted"));

        assertThat(optOutWaits(ann)).isTrue();
        assertThat(updates.count(run)).isZero();
        assertThat(reported()).hasSize(1);
    }

    @Test
    @DisplayName(
            "R1.8 R4.1 the survivor of another profile: that one is opted out with the merged one, and Salesforce told")
    void carriesTheOptOut() {
        pair(ann, ANNS, false);
        pair(bea, SURVIVOR, true);
        optedOut(ann);
        settle(merged(false));

        assertThat(links.findByContact(integration, ANNS)).isEmpty();
        assertThat(links.findByContact(integration, SURVIVOR).orElseThrow().getProfileId())
                .isEqualTo(bea);
        assertThat(profile(bea).getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(optOutWaits(bea)).isTrue();
        assertThat(reported())
                .extracting(RecordOutcome::getReason)
                .containsExactlyInAnyOrder("MERGED_WITH_ANOTHER", "OPTED_OUT_BY_MERGE");
    }

    @Test
    @DisplayName("R1.8 the survivor's own opt-out stays in Salesforce; the merged one's number keeps its consent")
    void keepsTheSurvivorsOptOut() {
        pair(ann, ANNS, true);
        pair(bea, SURVIVOR, false);
        optedOut(bea);
        settle(merged(true));

        assertThat(optOutWaits(bea)).isTrue();
        assertThat(profile(ann).getStatus()).isNotEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(reported()).extracting(RecordOutcome::getOutcome).containsExactly(Outcome.PROCESSING_ERROR);
    }

    @Test
    @DisplayName("R8 a deletion ends the pair and says so; the profile stays as it is")
    void deletion() {
        pair(ann, ANNS, true);
        settle(deleted());

        assertThat(links.findByProfile(ann)).isEmpty();
        assertThat(profile(ann).getStatus()).isNotEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(reported()).singleElement().satisfies(record -> {
            assertThat(record.getOutcome()).isEqualTo(Outcome.PROCESSING_ERROR);
            assertThat(record.getReason()).isEqualTo("DELETED_IN_SALESFORCE");
            assertThat(record.getConstituentId()).isEqualTo(ANNS);
        });
    }

    @Test
    @DisplayName("R4.2 whom the contact had opted out before it was deleted is opted out")
    void leftBeforeTheDeletion() {
        pair(ann, ANNS, true);
        settle(new ContactFate(Kind.DELETED, null, false, NOW.minusDays(1)));

        assertThat(profile(ann).getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(reported()).singleElement().satisfies(record -> assertThat(record.getMessage())
                .contains(Reason.OPTED_OUT_IN_CRM.sentence()));
    }

    @Test
    @DisplayName("R8 a contact that vanished ends the pair, too")
    void vanished() {
        pair(ann, ANNS, true);
        settle(ContactFate.vanished());

        assertThat(links.findByProfile(ann)).isEmpty();
        assertThat(reported())
                .extracting(RecordOutcome::getReason)
                .containsExactly(Reason.VANISHED_FROM_SALESFORCE.name());
    }

    @Test
    @DisplayName("R1.8 of two that were merged into one, the one whose number it has gets it")
    void twoIntoOne() {
        String beas = "003Hs00000000BbIAI";
        pair(bea, beas, true);
        pair(ann, ANNS, true);
        inTransaction(() -> ledger.settle(
                lease,
                run,
                plan,
                List.of(GoneContact.missing(beas), GoneContact.missing(ANNS)),
                Map.of(beas, merged(true), ANNS, merged(true)),
                1,
                3));

        assertThat(links.findByContact(integration, SURVIVOR).orElseThrow().getProfileId())
                .isEqualTo(ann);
        assertThat(links.findByProfile(bea)).isEmpty();
    }

    @Test
    @DisplayName("R8.1 a record that the run has reported already is not reported again")
    void reportedOnce() {
        pair(ann, ANNS, true);
        inTransaction(() -> {
            outcomes.add(new RecordOutcome(run, ANNS, Outcome.NO_NEW_CHANGES, "SAME_AS_BEFORE", "", NOW));
            runs.get(run).saw(1);
        });
        settle(merged(true));

        assertThat(links.findByContact(integration, SURVIVOR)).isPresent();
        assertThat(reported()).extracting(RecordOutcome::getOutcome).containsExactly(Outcome.NO_NEW_CHANGES);
    }

    @Test
    @DisplayName("R8.1 nor one that it reported as settled; its survivor is another record")
    void reportedAsSettled() {
        pair(ann, ANNS, true);
        inTransaction(() -> {
            LinkIds links = new LinkIds();
            links.add(this.links.findByContact(integration, ANNS).orElseThrow().getId());
            runs.get(run).saw(settled.add(run, links, NOW));
        });
        settle(merged(true));

        assertThat(outcomes.search(run, new OutcomeFilter(null, null), 0, 9)).isEmpty();
        assertThat(runs.get(run).getSeen()).isEqualTo(1);
        assertThat(settled.contactsAmong(run, List.of(ANNS, SURVIVOR))).containsExactly(ANNS);
        CrmLink survivor = links.findByContact(integration, SURVIVOR).orElseThrow();
        assertThat(settled.among(run, List.of(survivor.getId()))).isEmpty();
    }

    @Test
    @DisplayName("R7.3 under a lease that another server has taken over nothing is written")
    void fenced() {
        pair(ann, ANNS, true);
        lease = new Lease(lease.jobId(), "elsewhere", lease.fencingToken());

        assertThat(catchThrowable(() -> settle(deleted()))).isInstanceOf(LeaseLostException.class);
        assertThat(links.findByContact(integration, ANNS)).isPresent();
    }
}
