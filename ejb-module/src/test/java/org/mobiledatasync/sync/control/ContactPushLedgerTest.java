package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.WriteResult;
import org.mobiledatasync.sync.control.ContactPushLedger.Waiting;
import org.mobiledatasync.sync.entity.ContactUpdate;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.FieldConflictRepository;
import org.mobiledatasync.sync.entity.OutboundChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.OutcomeFilter;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.Side;

/** What people do while the nightly sync sends, over a real database: Ann, whose contact waits for an update, and Bea. */
class ContactPushLedgerTest extends NightlyRunFixture {
    private static final String CONTACT = People.CONTACT;
    private static final WriteResult WRITTEN = new WriteResult(CONTACT, false, null, "");

    private ContactPushLedger ledger;

    @BeforeEach
    void prepare() {
        ledger = new ContactPushLedger(
                updates, links, new FieldConflictRepository(em), profiles, outcomes, runs, outbound, leases, clock);
        inTransaction(() -> new Samples(em).link(salesforce, profiles.get(ann), CONTACT));
    }

    /** The pull decided it; nothing was done on our side. */
    private void decided(Map<String, String> fields, Boolean optIn) {
        decided(fields, optIn, null);
    }

    private void decided(Map<String, String> fields, Boolean optIn, Outcome onOurSide) {
        inTransaction(() -> {
            updates.add(new ContactUpdate(runs.get(run), link(), fields, optIn)
                    .agreeing(fields, null)
                    .reporting(
                            Outcome.CONTACT_UPDATED,
                            onOurSide,
                            Reason.UPDATED.name(),
                            Reason.UPDATED.sentence(),
                            FieldChange.toJson(List.of(
                                    new FieldChange(People.FIRST, Side.CONTACT, "Anne", "Ann"),
                                    new FieldChange(People.LAST, Side.PROFILE, "Le", "Lee")))));
            runs.get(run).saw(1);
        });
    }

    private void says(long profile, ProfileStatus status) {
        inTransaction(() -> profiles.get(profile).setStatus(status));
    }

    private List<Waiting> next() {
        return inTransaction(() -> ledger.next(run, 10));
    }

    private void record(List<Waiting> sent, WriteResult result) {
        inTransaction(() -> ledger.record(lease, run, sent, List.of(result), 1));
    }

    private void pairWith(long profile) {
        part();
        inTransaction(() -> links.add(new CrmLink(integration, profile, CONTACT, NOW)));
    }

    private void part() {
        inTransaction(() -> links.remove(link(), NOW));
    }

    private CrmLink link() {
        return links.findByContact(integration, CONTACT).orElseThrow();
    }

    private Boolean waitsFor(long profile) {
        return changes.findByProfile(integration, profile)
                .map(OutboundChange::isOptIn)
                .orElse(null);
    }

    private RecordOutcome reported() {
        List<RecordOutcome> all = outcomes.search(run, new OutcomeFilter(null, null), 0, 99);
        assertThat(all).hasSize(1);
        assertThat(runs.get(run).getSeen()).as("R8.1").isEqualTo(1);
        return all.get(0);
    }

    @Test
    @DisplayName("R4.1 a STOP during the call is told to Salesforce once more, also when it was told meanwhile")
    void stopDuringTheCall() {
        says(ann, ProfileStatus.ACTIVE_SUBSCRIBER);
        decided(Map.of(), true);
        List<Waiting> sent = next();
        assertThat(sent).extracting(Waiting::optIn).containsExactly(true);

        says(ann, ProfileStatus.OPTED_OUT);
        inTransaction(() -> link().agreedOnOptIn(false, NOW)); // by the five-minute sync
        record(sent, WRITTEN);

        assertThat(waitsFor(ann)).isFalse();
        assertThat(link().getBaseOptIn()).isTrue();
    }

    @Test
    @DisplayName("R4.4 who joins during the call is told to Salesforce once more")
    void joinsDuringTheCall() {
        says(ann, ProfileStatus.OPTED_OUT);
        decided(Map.of(), false);
        List<Waiting> sent = next();
        says(ann, ProfileStatus.ACTIVE_SUBSCRIBER);
        record(sent, WRITTEN);

        assertThat(waitsFor(ann)).isTrue();
    }

    @Test
    @DisplayName("R5.1 a change that the five-minute sync has in hand is not done with by its answer")
    void changeUnderWay() {
        says(ann, ProfileStatus.ACTIVE_SUBSCRIBER);
        decided(Map.of(), true);
        List<Waiting> sent = next();
        says(ann, ProfileStatus.OPTED_OUT);
        inTransaction(() -> outbound.write(integration, ann, false));
        int inHand = changes.findByProfile(integration, ann).orElseThrow().getRevision();
        record(sent, WRITTEN);

        assertThat(changes.findByProfile(integration, ann).orElseThrow().getRevision())
                .isGreaterThan(inHand);
    }

    @Test
    @DisplayName("nothing waits when the person says what was sent, when it was refused, or when only fields went")
    void nothingToTell() {
        says(ann, ProfileStatus.ACTIVE_SUBSCRIBER);
        decided(Map.of(), true);
        record(next(), WRITTEN);
        assertThat(waitsFor(ann)).isNull();

        decidedAgain(Map.of(), true);
        List<Waiting> refused = next();
        says(ann, ProfileStatus.OPTED_OUT);
        record(refused, new WriteResult(null, false, FaultCode.UNABLE_TO_LOCK_ROW, "No"));
        assertThat(waitsFor(ann)).isNull();

        decidedAgain(Map.of(People.FIRST, "Ann"), null);
        record(next(), WRITTEN);
        assertThat(waitsFor(ann)).isNull();
    }

    private void decidedAgain(Map<String, String> fields, Boolean optIn) {
        inTransaction(
                () -> outcomes.search(run, new OutcomeFilter(null, null), 0, 9).forEach(em::remove));
        decided(fields, optIn);
    }

    @Test
    @DisplayName("R4.1 a call whose answer was lost may have landed after a STOP: the STOP is told once more")
    void lostAnswer() {
        says(ann, ProfileStatus.ACTIVE_SUBSCRIBER);
        decided(Map.of(), true);
        next();
        says(ann, ProfileStatus.OPTED_OUT);
        inTransaction(() -> ledger.closeLeftOver(lease, run));

        assertThat(waitsFor(ann)).isFalse();
    }

    @Test
    @DisplayName("R3.5 where the opt-in alone was sent, a later run still looks at the fields")
    void optInAlone() {
        says(ann, ProfileStatus.ACTIVE_SUBSCRIBER);
        inTransaction(() -> {
            link().agreedOn(Map.of(People.FIRST, "Anne"), NOW.minusDays(2), NOW.minusDays(2));
            profiles.get(ann).changedHere(NOW.minusDays(1));
        });
        decided(Map.of(People.FIRST, "Ann"), true);
        record(next().stream().map(Waiting::withoutFields).toList(), WRITTEN);

        assertThat(reported().getMessage()).endsWith("The update of the contact's fields waits for a later run.");
        assertThat(links.findChangedHere(integration, run + 1, 0, 9)).hasSize(1);
    }

    @Test
    @DisplayName("R3.4 what changed here while the fields were sent is looked at by a later run")
    void changedDuringTheCall() {
        decided(Map.of(People.FIRST, "Ann"), null);
        List<Waiting> sent = next();
        inTransaction(() -> {
            profiles.get(ann).changedHere(NOW);
            link().agreedOnOptIn(true, NOW);
        });
        record(sent, WRITTEN);

        assertThat(links.findChangedHere(integration, run + 1, 0, 9)).hasSize(1);
    }

    @Test
    @DisplayName("R1.4 R8.1 nothing is sent to a contact that a person took away, and the record is reported")
    void partedBeforeTheCall() {
        says(ann, ProfileStatus.ACTIVE_SUBSCRIBER);
        decided(Map.of(People.FIRST, "Ann"), true);
        part();
        List<Waiting> waiting = next();
        assertThat(waiting).allMatch(Waiting::isEmpty);
        inTransaction(() -> ledger.leave(lease, run, waiting));

        assertThat(reported().getOutcome()).isEqualTo(Outcome.NO_EXPORT);
        assertThat(reported().getReason()).isEqualTo("PARTED_MEANWHILE");
        assertThat(reported().getChanges()).contains("Lee").doesNotContain("Ann");
        assertThat(updates.count(run)).isZero();
        assertThat(runs.get(run).getPending()).isZero();
        assertThat(waitsFor(ann)).isNull();
    }

    @Test
    @DisplayName("R8.2 what was done on our side before the pair was parted is reported as such")
    void partedAfterOurSide() {
        decided(Map.of(People.FIRST, "Ann"), null, Outcome.PROFILE_UPDATED);
        pairWith(bea);
        List<Waiting> waiting = next();
        assertThat(waiting).allMatch(Waiting::isEmpty);
        inTransaction(() -> ledger.leave(lease, run, waiting));

        assertThat(reported().getOutcome()).isEqualTo(Outcome.PROFILE_UPDATED);
        assertThat(reported().getProfileId()).isEqualTo(ann);
    }

    @Test
    @DisplayName("R1.8 R3.9 one profile's values never become the base of another's pair; the other's word is told")
    void goneOverDuringTheCall() {
        says(ann, ProfileStatus.ACTIVE_SUBSCRIBER);
        decided(Map.of(People.FIRST, "Ann"), true);
        List<Waiting> sent = next();
        says(bea, ProfileStatus.OPTED_OUT);
        pairWith(bea);
        record(sent, WRITTEN);

        assertThat(link().isBased()).isFalse();
        assertThat(link().getBaseOptIn()).isNull();
        assertThat(waitsFor(bea)).isFalse();
        assertThat(waitsFor(ann)).isNull();
        assertThat(reported().getOutcome()).isEqualTo(Outcome.CONTACT_UPDATED);
    }
}
