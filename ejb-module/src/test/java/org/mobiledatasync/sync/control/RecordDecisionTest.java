package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.integration.entity.SyncType.CONSERVATIVE;
import static org.mobiledatasync.integration.entity.SyncType.LIBERAL;
import static org.mobiledatasync.sync.control.People.ASKING_PATH;
import static org.mobiledatasync.sync.control.People.CONTACT;
import static org.mobiledatasync.sync.control.People.FIRST;
import static org.mobiledatasync.sync.control.People.LAST;
import static org.mobiledatasync.sync.control.People.NOBODY;
import static org.mobiledatasync.sync.control.People.OTHER_CONTACT;
import static org.mobiledatasync.sync.control.People.OTHER_PHONE;
import static org.mobiledatasync.sync.control.People.PATH;
import static org.mobiledatasync.sync.control.People.PHONE;
import static org.mobiledatasync.sync.control.People.contact;
import static org.mobiledatasync.sync.control.People.holding;
import static org.mobiledatasync.sync.control.People.leaver;
import static org.mobiledatasync.sync.control.People.linked;
import static org.mobiledatasync.sync.control.People.member;
import static org.mobiledatasync.sync.control.People.pairedWith;
import static org.mobiledatasync.sync.control.People.rules;
import static org.mobiledatasync.sync.control.People.stranger;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.sync.control.ConsentMerge.Act;
import org.mobiledatasync.sync.control.ContactRecord.Fault;
import org.mobiledatasync.sync.control.KnownProfile.KnownLink;
import org.mobiledatasync.sync.control.RecordDecision.Surroundings;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

class RecordDecisionTest {
    private static final Map<String, String> ANN = Map.of(FIRST, "Ann", LAST, "Lee");
    private static final ContactRecord IN = contact(OptInValue.TRUE, ANN);
    private static final ContactRecord OUT = contact(OptInValue.FALSE, ANN);

    private static RecordEffects decide(SyncType type, ContactRecord contact, Surroundings known) {
        return RecordDecision.decide(rules(type, PATH), contact, known);
    }

    private static void assertOutcome(RecordEffects effects, Outcome outcome, Reason reason) {
        assertThat(effects.outcome()).isEqualTo(outcome);
        assertThat(effects.reason()).isEqualTo(reason);
    }

    /** A pair in agreement on everything, opted in on both sides. */
    private static KnownProfile pair() {
        return linked(holding(member(1L, PHONE), ANN), new KnownLink(CONTACT, ANN, true, IN.mark(), People.LAST_NIGHT));
    }

    private static ContactRecord faulty(String id, String typedPhone, String phone, OptInValue optIn, Fault fault) {
        return new ContactRecord(id, "typed id", typedPhone, phone, optIn, "typed", ANN, List.of(), null, fault);
    }

    @Nested
    @DisplayName("The fields of a pair")
    class Fields {
        private final KnownProfile ann = linked(holding(member(1L, PHONE), ANN), CONTACT, ANN, true);

        @Test
        @DisplayName(
                "R3.4 are looked at when nothing is to move, and when that is ours to do; not while something waits")
        void lookedAt() {
            KnownProfile married = linked(holding(member(1L, PHONE), Map.of(LAST, "Ray")), CONTACT, ANN, true);
            KnownProfile empty = linked(member(1L, PHONE), CONTACT, Map.of(), true);

            assertThat(decide(CONSERVATIVE, IN, pairedWith(ann)).isLookedAt()).isTrue();
            assertThat(decide(CONSERVATIVE, IN, pairedWith(empty)).isLookedAt()).isTrue();
            assertThat(decide(CONSERVATIVE, IN, pairedWith(married)).isLookedAt())
                    .as("ours goes to Salesforce")
                    .isFalse();
        }

        @Test
        @DisplayName("R3.6 R2.1 are not looked at in a conflict, nor while the contact takes no part")
        void open() {
            KnownProfile other =
                    linked(holding(member(1L, PHONE), Map.of(LAST, "Ray")), CONTACT, Map.of(LAST, "Kay"), true);

            assertThat(decide(CONSERVATIVE, IN, pairedWith(other)).isLookedAt()).isFalse();
            assertThat(decide(CONSERVATIVE, OUT, pairedWith(ann)).isLookedAt()).isFalse();
        }

        @Test
        @DisplayName("R8 of a contact that lacks a number are not looked for again and again through the API")
        void lacking() {
            assertThat(decide(CONSERVATIVE, faulty(CONTACT, "", null, OptInValue.TRUE, null), pairedWith(ann))
                            .isLookedAt())
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("A new person")
    class NewPerson {

        @ParameterizedTest
        @EnumSource(SyncType.class)
        @DisplayName("R4.5 opted in: is created, linked and subscribed through the path, and counts once")
        void created(SyncType type) {
            RecordEffects effects = decide(type, IN, NOBODY);

            assertOutcome(effects, Outcome.PROFILE_CREATED, Reason.CREATED);
            assertThat(effects.creates()).isTrue();
            assertThat(effects.links()).isTrue();
            assertThat(effects.act()).isEqualTo(Act.SUBSCRIBE);
            assertThat(effects.path()).isEqualTo(PATH);
            assertThat(effects.toProfile()).isEqualTo(ANN);
            assertThat(effects.agreed()).isEqualTo(ANN);
            assertThat(effects.agreedOptIn()).isTrue();
            assertThat(effects.waitsForSalesforce()).isFalse();
        }

        @Test
        @DisplayName("R2.1 not opted in: a Conservative sync creates nothing")
        void conservative() {
            RecordEffects effects = decide(CONSERVATIVE, OUT, NOBODY);

            assertOutcome(effects, Outcome.NO_IMPORT, Reason.NOT_OPTED_IN);
            assertThat(effects.isIdle()).isTrue();
        }

        @Test
        @DisplayName("R2.2 not opted in: a Liberal sync subscribes, and nobody agreed on an opt-in yet")
        void liberal() {
            RecordEffects effects = decide(LIBERAL, OUT, NOBODY);

            assertOutcome(effects, Outcome.PROFILE_CREATED, Reason.CREATED);
            assertThat(effects.act()).isEqualTo(Act.SUBSCRIBE);
            assertThat(effects.agreedOptIn()).isNull();
        }

        @Test
        @DisplayName("R4.5 without a path: is created without subscription")
        void noPath() {
            RecordEffects effects = RecordDecision.decide(rules(LIBERAL, null), IN, NOBODY);

            assertOutcome(effects, Outcome.PROFILE_CREATED, Reason.CREATED);
            assertThat(effects.act()).isEqualTo(Act.NONE);
        }

        @Test
        @DisplayName("R4.1 whose number said STOP: is kept out, Salesforce is told, and the attempt is reported")
        void suppressed() {
            RecordEffects effects = decide(LIBERAL, IN, new Surroundings(null, null, false, true));

            assertOutcome(effects, Outcome.RE_SUBSCRIBE_BLOCKED, Reason.STOPPED_BEFORE);
            assertThat(effects.act()).isEqualTo(Act.REFUSE);
            assertThat(effects.tellCrm()).isFalse();
        }

        @Test
        @DisplayName("R3.7 a value that is too long is an error of that record: nothing is made, nothing cut")
        void tooLong() {
            RecordEffects effects = decide(LIBERAL, contact(OptInValue.TRUE, Map.of(LAST, "x".repeat(256))), NOBODY);

            assertOutcome(effects, Outcome.UNABLE_TO_UPDATE, Reason.VALUE_TOO_LONG);
            assertThat(effects.isIdle()).isTrue();
            assertThat(decide(LIBERAL, contact(OptInValue.TRUE, Map.of(LAST, "x".repeat(255))), NOBODY)
                            .creates())
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("A profile with the record's number")
    class ByPhone {

        @Test
        @DisplayName("R1.3 R4.5 never subscribed: is linked and opted in")
        void joins() {
            RecordEffects effects = decide(CONSERVATIVE, IN, new Surroundings(null, stranger(1L, PHONE), false, false));

            assertOutcome(effects, Outcome.OPTED_IN_CRM, Reason.OPTED_IN_BY_CRM);
            assertThat(effects.links()).isTrue();
            assertThat(effects.creates()).isFalse();
            assertThat(effects.message()).contains(Reason.LINKED.sentence());
        }

        @Test
        @DisplayName("R4.5 a double opt-in path: Deferred Subscription until answered")
        void asked() {
            RecordEffects effects = RecordDecision.decide(
                    rules(CONSERVATIVE, ASKING_PATH), IN, new Surroundings(null, stranger(1L, PHONE), false, false));

            assertOutcome(effects, Outcome.DEFERRED_SUBSCRIPTION, Reason.WAITING_FOR_ANSWER);
            assertThat(effects.act()).isEqualTo(Act.SUBSCRIBE);
        }

        @Test
        @DisplayName("R4.5 once a member: no new subscription, for ever")
        void onceAMember() {
            RecordEffects effects = decide(LIBERAL, IN, new Surroundings(null, member(1L, PHONE), false, false));

            assertThat(effects.act()).isEqualTo(Act.NONE);
            assertOutcome(effects, Outcome.PROFILE_UPDATED, Reason.LINKED);
        }

        @Test
        @DisplayName("R4.1 who opted out: is linked, not opted in; Salesforce is told")
        void optedOut() {
            RecordEffects effects = decide(LIBERAL, IN, new Surroundings(null, leaver(1L, PHONE), false, true));

            assertOutcome(effects, Outcome.RE_SUBSCRIBE_BLOCKED, Reason.STOPPED_BEFORE);
            assertThat(effects.links()).isTrue();
            assertThat(effects.tellCrm()).isFalse();
        }

        @Test
        @DisplayName("R3.5 first link: empty sides are filled from the other; two values are a conflict")
        void firstLink() {
            KnownProfile knownHere = holding(member(1L, PHONE), Map.of(People.EMAIL, "ann@example.org", FIRST, "Ann"));
            RecordEffects effects = decide(LIBERAL, IN, new Surroundings(null, knownHere, false, false));

            assertOutcome(effects, Outcome.PROFILE_AND_CONTACT_UPDATED, Reason.UPDATED);
            assertThat(effects.toProfile()).isEqualTo(Map.of(LAST, "Lee"));
            assertThat(effects.toContact()).isEqualTo(Map.of(People.EMAIL, "ann@example.org"));

            KnownProfile otherwise = holding(member(1L, PHONE), Map.of(FIRST, "Anna"));
            assertOutcome(
                    decide(LIBERAL, IN, new Surroundings(null, otherwise, false, false)),
                    Outcome.FIELD_CONFLICT,
                    Reason.CONFLICT);
        }
    }

    @Nested
    @DisplayName("A pair")
    class Pair {

        @ParameterizedTest
        @EnumSource(SyncType.class)
        @DisplayName("R8 of which neither side changed: No New Changes, and nothing is written")
        void nothingNew(SyncType type) {
            RecordEffects effects = decide(type, IN, pairedWith(pair()));

            assertOutcome(effects, Outcome.NO_NEW_CHANGES, Reason.SAME_AS_BEFORE);
            assertThat(effects.isIdle()).isTrue();
        }

        @Test
        @DisplayName("R8 whose contact changed in nothing that is synced: No Difference")
        void noDifference() {
            ContactRecord otherNotes = new ContactRecord(
                    CONTACT, CONTACT, PHONE, PHONE, OptInValue.TRUE, "1", ANN, List.of(), "other rest", null);
            RecordEffects effects = decide(CONSERVATIVE, otherNotes, pairedWith(pair()));

            assertOutcome(effects, Outcome.NO_DIFFERENCE, Reason.NOTHING_SYNCED_CHANGED);
            assertThat(effects.seenMark()).isEqualTo(otherNotes.mark());
        }

        @Test
        @DisplayName("R3.3 only the contact changed: Profile Updated, with old and new value")
        void pulled() {
            ContactRecord married = contact(OptInValue.TRUE, Map.of(FIRST, "Ann", LAST, "Roe"));
            RecordEffects effects = decide(CONSERVATIVE, married, pairedWith(pair()));

            assertOutcome(effects, Outcome.PROFILE_UPDATED, Reason.UPDATED);
            assertThat(effects.toProfile()).isEqualTo(Map.of(LAST, "Roe"));
            assertThat(effects.changes()).containsExactly(new FieldChange(LAST, Side.PROFILE, "Lee", "Roe"));
            assertThat(effects.waitsForSalesforce()).isFalse();
        }

        @Test
        @DisplayName("R3.4 R3.9 only the profile changed: Contact Updated, once Salesforce confirmed")
        void pushed() {
            KnownProfile renamed = holding(pair(), Map.of(FIRST, "Ann", LAST, "Roe"));
            RecordEffects effects = decide(CONSERVATIVE, IN, pairedWith(renamed));

            assertOutcome(effects, Outcome.CONTACT_UPDATED, Reason.UPDATED);
            assertThat(effects.toContact()).isEqualTo(Map.of(LAST, "Roe"));
            assertThat(effects.waitsForSalesforce()).isTrue();
            assertThat(effects.localOutcome()).isNull();
        }

        @Test
        @DisplayName("R3.6 a conflict leaves the record alone, whole, and shows both values")
        void conflict() {
            KnownProfile renamed = holding(pair(), Map.of(FIRST, "Anna", LAST, "Lee"));
            ContactRecord changed = contact(OptInValue.TRUE, Map.of(FIRST, "Annie", LAST, "Roe"));
            RecordEffects effects = decide(CONSERVATIVE, changed, pairedWith(renamed));

            assertOutcome(effects, Outcome.FIELD_CONFLICT, Reason.CONFLICT);
            assertThat(effects.toProfile()).isEmpty();
            assertThat(effects.toContact()).isEmpty();
            assertThat(effects.agreed()).isNull();
            assertThat(effects.changes())
                    .containsExactly(
                            new FieldChange(FIRST, Side.PROFILE, "Ann", "Anna"),
                            new FieldChange(FIRST, Side.CONTACT, "Ann", "Annie"));
        }

        @ParameterizedTest
        @EnumSource(SyncType.class)
        @DisplayName("R3.6 R4.2 consent applies to a record in conflict, too")
        void conflictAndConsent(SyncType type) {
            KnownProfile renamed = holding(pair(), Map.of(FIRST, "Anna", LAST, "Lee"));
            ContactRecord left = contact(OptInValue.FALSE, Map.of(FIRST, "Annie", LAST, "Lee"));
            KnownSystem system = new KnownSystem(left, pairedWith(renamed));
            system.apply(decide(type, left, system.around()));

            assertThat(system.around().linked().optedOut()).isTrue();
        }

        @ParameterizedTest
        @EnumSource(SyncType.class)
        @DisplayName("R4.2 who opted out in Salesforce is opted out under both sync types")
        void leftInCrm(SyncType type) {
            KnownSystem system = new KnownSystem(OUT, pairedWith(pair()));
            RecordEffects effects = decide(type, OUT, system.around());
            system.apply(effects);

            assertOutcome(effects, Outcome.OPTED_OUT_CRM, Reason.OPTED_OUT_IN_CRM);
            assertThat(effects.agreedOptIn()).isFalse();
            assertThat(system.around().linked().optedOut()).isTrue();
        }

        @Test
        @DisplayName("R4.3 who opted out here is opted out in Salesforce")
        void optOutIsTold() {
            KnownProfile stopped = linked(holding(leaver(1L, PHONE), ANN), pair().link());
            RecordEffects effects = decide(CONSERVATIVE, IN, pairedWith(stopped));

            assertOutcome(effects, Outcome.OPT_OUT_EXPORTED, Reason.OPT_OUT_SENT);
            assertThat(effects.tellCrm()).isFalse();
        }

        @Test
        @DisplayName("R4.3 no mapping overrides it: also when a required field is empty")
        void optOutIsToldThoughRequired() {
            KnownProfile stopped = linked(leaver(1L, PHONE), CONTACT, Map.of(), false);
            RecordEffects effects = RecordDecision.decide(
                    rules(CONSERVATIVE, PATH, People.required(FIRST)),
                    contact(OptInValue.TRUE, Map.of()),
                    pairedWith(stopped));

            assertOutcome(effects, Outcome.RE_SUBSCRIBE_BLOCKED, Reason.STOPPED_BEFORE);
            assertThat(effects.tellCrm()).isFalse();
            assertThat(effects.act()).isEqualTo(Act.REFUSE);
            assertThat(effects.message()).contains(Reason.REQUIRED_FIELD_EMPTY.sentence(FIRST));
        }

        @ParameterizedTest
        @EnumSource(SyncType.class)
        @DisplayName("R4.4 an opt-in that Salesforce never had is told under both sync types")
        void optInIsTold(SyncType type) {
            KnownProfile joined = linked(holding(member(1L, PHONE), ANN), CONTACT, ANN, false);
            RecordEffects effects = decide(type, OUT, pairedWith(joined));

            assertOutcome(effects, Outcome.OPT_IN_EXPORTED, Reason.OPT_IN_SENT);
            assertThat(effects.tellCrm()).isTrue();
        }

        @Test
        @DisplayName("a pair that was synced while the export was made is newer than the export")
        void newerHere() {
            KnownProfile fresh = linked(pair(), new KnownLink(CONTACT, ANN, true, null, People.TONIGHT));
            RecordEffects effects = decide(CONSERVATIVE, OUT, pairedWith(fresh));

            assertOutcome(effects, Outcome.NO_NEW_CHANGES, Reason.NEWER_HERE);
            assertThat(effects.isIdle()).isTrue();
        }
    }

    @Nested
    @DisplayName("A contact whose number changed")
    class Moved {
        private final KnownProfile ofOldNumber = linked(holding(member(1L, OTHER_PHONE), ANN), CONTACT, ANN, true);

        @Test
        @DisplayName("R1.6 the new number gets the link, and joins as a new person; the old one only loses the link")
        void created() {
            RecordEffects effects = decide(CONSERVATIVE, IN, new Surroundings(ofOldNumber, null, false, false));

            assertOutcome(effects, Outcome.PROFILE_CREATED, Reason.CREATED_ON_NEW_NUMBER);
            assertThat(effects.former()).isEqualTo(ofOldNumber);
            assertThat(effects.act()).isEqualTo(Act.SUBSCRIBE);
            assertThat(effects.optedOut()).isEmpty();
        }

        @Test
        @DisplayName("R1.6 consent does not follow the number: who said STOP with the new one stays out")
        void ontoALeaver() {
            KnownProfile stopped = leaver(2L, PHONE);
            RecordEffects effects = decide(CONSERVATIVE, IN, new Surroundings(ofOldNumber, stopped, false, true));

            assertOutcome(effects, Outcome.RE_SUBSCRIBE_BLOCKED, Reason.STOPPED_BEFORE);
            assertThat(effects.tellCrm()).isFalse();
            assertThat(effects.former()).isEqualTo(ofOldNumber);
        }

        @Test
        @DisplayName("R4.2 opted out and moved at once: neither number may be texted")
        void leftAndMoved() {
            RecordEffects effects = decide(LIBERAL, OUT, new Surroundings(ofOldNumber, null, false, false));

            assertOutcome(effects, Outcome.OPTED_OUT_CRM, Reason.OPTED_OUT_IN_CRM);
            assertThat(effects.optedOut()).containsExactly(ofOldNumber);
            assertThat(effects.act()).isEqualTo(Act.OPT_OUT);
        }

        @Test
        @DisplayName("R4.2 also when the record is too long to be stored")
        void leftMovedAndTooLong() {
            ContactRecord long255 = contact(OptInValue.FALSE, Map.of(LAST, "x".repeat(256)));
            RecordEffects effects = decide(LIBERAL, long255, new Surroundings(ofOldNumber, null, false, false));

            assertOutcome(effects, Outcome.UNABLE_TO_UPDATE, Reason.VALUE_TOO_LONG);
            assertThat(effects.optedOut()).containsExactly(ofOldNumber);
            assertThat(effects.creates()).isFalse();
        }
    }

    @Nested
    @DisplayName("A record that is not imported")
    class NotImported {

        @Test
        @DisplayName("R8 names the first reason that applies")
        void firstReason() {
            OptInValue unclear = OptInValue.UNREADABLE;
            assertOutcome(
                    decide(LIBERAL, faulty(null, "", null, unclear, Fault.UNREADABLE), NOBODY),
                    Outcome.NO_IMPORT,
                    Reason.UNREADABLE_ROW);
            assertOutcome(
                    decide(LIBERAL, faulty(null, "", null, unclear, null), NOBODY),
                    Outcome.NO_IMPORT,
                    Reason.BAD_CONTACT_ID);
            assertOutcome(
                    decide(LIBERAL, faulty(CONTACT, "", null, unclear, null), NOBODY),
                    Outcome.NO_IMPORT,
                    Reason.NO_PHONE);
            assertOutcome(
                    decide(LIBERAL, faulty(CONTACT, "12", null, unclear, null), NOBODY),
                    Outcome.NO_IMPORT,
                    Reason.NOT_A_MOBILE_NUMBER);
            assertOutcome(
                    decide(LIBERAL, faulty(CONTACT, PHONE, PHONE, unclear, null), NOBODY),
                    Outcome.NO_IMPORT,
                    Reason.OPT_IN_NOT_READABLE);
        }

        @Test
        @DisplayName("R3.8 a required field is empty: No Import, whatever else it holds")
        void required() {
            RecordEffects effects = RecordDecision.decide(
                    rules(LIBERAL, PATH, People.required(People.EMAIL)), IN, new Surroundings(null, null, true, false));

            assertOutcome(effects, Outcome.NO_IMPORT, Reason.REQUIRED_FIELD_EMPTY);
            assertThat(effects.message()).contains(People.EMAIL);
            assertThat(effects.isIdle()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"TRUE, CONSERVATIVE", "FALSE, CONSERVATIVE", "FALSE, LIBERAL"})
        @DisplayName("R1.5 R8 a shared number is looked for before \"not opted in\"")
        void shared(OptInValue optIn, SyncType type) {
            Surroundings shared = new Surroundings(null, null, true, false);
            KnownProfile ofAnother = linked(stranger(1L, PHONE), OTHER_CONTACT, null, null);

            assertOutcome(decide(type, contact(optIn, ANN), shared), Outcome.SKIPPED_MEMBERS, Reason.SHARED_NUMBER);
            assertOutcome(
                    decide(type, contact(optIn, ANN), new Surroundings(null, ofAnother, false, false)),
                    Outcome.SKIPPED_MEMBERS,
                    Reason.SHARED_NUMBER);
        }

        @ParameterizedTest
        @EnumSource(SyncType.class)
        @DisplayName(
                "R4.2 an opt-out counts even without a phone, among forbidden characters, and from rows that contradict each other")
        void optOutCounts(SyncType type) {
            ContactRecord noPhone = faulty(CONTACT, "", null, OptInValue.FALSE, null);
            ContactRecord contradicting = faulty(CONTACT, PHONE, PHONE, OptInValue.FALSE, Fault.CONTRADICTING);
            ContactRecord unreadable = faulty(CONTACT, PHONE, null, OptInValue.FALSE, Fault.UNREADABLE);

            for (ContactRecord record : List.of(noPhone, contradicting, unreadable)) {
                RecordEffects effects = decide(type, record, new Surroundings(pair(), null, false, false));
                assertThat(effects.optedOut()).containsExactly(pair());
                assertThat(effects.agreedOptIn()).isFalse();
            }
        }

        @Test
        @DisplayName(
                "R1.7 contradicting rows are skipped; an opt-in that they contradict each other in opts nobody out")
        void contradicting() {
            RecordEffects effects = decide(
                    LIBERAL,
                    faulty(CONTACT, PHONE, PHONE, OptInValue.UNREADABLE, Fault.CONTRADICTING),
                    pairedWith(pair()));

            assertOutcome(effects, Outcome.SKIPPED_MEMBERS, Reason.CONTRADICTING_ROWS);
            assertThat(effects.isIdle()).isTrue();
        }
    }
}
