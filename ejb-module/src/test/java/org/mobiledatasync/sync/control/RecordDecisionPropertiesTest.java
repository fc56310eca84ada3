package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.sync.control.ConsentMerge.Act;
import org.mobiledatasync.sync.control.ContactRecord.Fault;
import org.mobiledatasync.sync.control.KnownProfile.KnownLink;
import org.mobiledatasync.sync.control.RecordDecision.Surroundings;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

/** What holds for every record, whatever it says and whatever we know. */
class RecordDecisionPropertiesTest {
    private static final Set<Outcome> REPEATING = EnumSet.of(
            Outcome.NO_NEW_CHANGES,
            Outcome.FIELD_CONFLICT,
            Outcome.NO_IMPORT,
            Outcome.DEFERRED_SUBSCRIPTION,
            Outcome.SKIPPED_MEMBERS,
            Outcome.UNABLE_TO_UPDATE);
    private static final Set<Outcome> LEFT_ALONE =
            EnumSet.of(Outcome.NO_IMPORT, Outcome.SKIPPED_MEMBERS, Outcome.UNABLE_TO_UPDATE, Outcome.FIELD_CONFLICT);

    /** A record, the rules, and what we know around it. */
    record Case(SyncRules rules, ContactRecord contact, Surroundings known) {
        RecordEffects decide() {
            return RecordDecision.decide(rules, contact, known);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R8 every record ends in exactly one class, with a reason and a sentence")
    void oneOutcome(@ForAll("cases") Case given) {
        RecordEffects effects = given.decide();

        assertThat(effects.outcome()).isNotNull();
        assertThat(effects.reason()).isNotNull();
        assertThat(effects.message()).isNotBlank().doesNotContain("%s");
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R4.1 who opted out, or whose number said STOP, is never subscribed, and Salesforce never told so")
    void optOutWins(@ForAll("cases") Case given) {
        RecordEffects effects = given.decide();
        KnownProfile person = effects.profile();
        if (person == null ? given.known().suppressed() : person.optedOut()) {
            assertThat(effects.act()).isNotEqualTo(Act.SUBSCRIBE);
            assertThat(effects.tellCrm()).isNotEqualTo(true);
            assertThat(effects.agreedOptIn()).isNotEqualTo(true);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R4.2 base true, CRM now false: the pair's profile is opted out, whatever else is wrong with the record")
    void leftInCrm(@ForAll("cases") Case given) {
        KnownProfile linked = given.known().linked();
        boolean left = linked != null
                && Boolean.TRUE.equals(linked.link().baseOptIn())
                && linked.link().syncedAt().isBefore(given.rules().asOf())
                && given.contact().contactId() != null
                && given.contact().optIn() == OptInValue.FALSE;
        if (left) {
            RecordEffects effects = given.decide();
            boolean optedOut = linked.optedOut()
                    || effects.optedOut().contains(linked)
                    || effects.act() == Act.OPT_OUT && linked.equals(effects.profile());
            assertThat(optedOut).isTrue();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label(
            "R4.3 a pair opted out here and true in Salesforce: it is told, unless that is on its way or nobody is sure whom it means")
    void optOutIsTold(@ForAll("cases") Case given) {
        KnownProfile linked = given.known().linked();
        ContactRecord contact = given.contact();
        boolean due = linked != null
                && linked.optedOut()
                && !linked.exportPending()
                && linked.link().syncedAt().isBefore(given.rules().asOf())
                && linked.phone().equals(contact.phone())
                && contact.contactId() != null
                && contact.fault() != Fault.UNREADABLE
                && contact.isOptedIn();
        if (due) {
            assertThat(given.decide().tellCrm()).isFalse();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R2 R3.6 R1.5 what is left alone moves no field and joins nothing; only consent may move")
    void leftAlone(@ForAll("cases") Case given) {
        RecordEffects effects = given.decide();
        if (LEFT_ALONE.contains(effects.outcome())) {
            assertThat(effects.toProfile()).isEmpty();
            assertThat(effects.toContact()).isEmpty();
            assertThat(effects.agreed()).isNull();
        }
        if (effects.outcome() == Outcome.NO_IMPORT || effects.outcome() == Outcome.SKIPPED_MEMBERS) {
            assertThat(effects.creates()).isFalse();
            assertThat(effects.links()).isFalse();
            assertThat(effects.act()).isIn(Act.NONE, Act.REFUSE);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R2.1 a Conservative sync creates, links and subscribes nobody who is not opted in")
    void conservative(@ForAll("cases") Case given) {
        if (given.rules().syncType() == SyncType.CONSERVATIVE
                && !given.contact().isOptedIn()) {
            RecordEffects effects = given.decide();
            assertThat(effects.creates()).isFalse();
            assertThat(effects.links()).isFalse();
            assertThat(effects.act()).isEqualTo(Act.NONE);
            assertThat(effects.toProfile()).isEmpty();
            assertThat(effects.toContact()).isEmpty();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R4.5 nobody joins a campaign that they are or were in")
    void joinsOnce(@ForAll("cases") Case given) {
        RecordEffects effects = given.decide();
        if (effects.act() == Act.SUBSCRIBE && effects.profile() != null) {
            assertThat(effects.profile().campaigns())
                    .doesNotContain(effects.path().campaignId());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R1.8 a link is only made where neither side has one, or is taken from the former number's profile")
    void oneLink(@ForAll("cases") Case given) {
        RecordEffects effects = given.decide();
        if (effects.links()) {
            assertThat(effects.profile() == null || !effects.profile().isLinked())
                    .isTrue();
            assertThat(effects.former()).isEqualTo(given.known().linked());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R8 what moves stands in the details, on the side where it moves")
    void details(@ForAll("cases") Case given) {
        RecordEffects effects = given.decide();
        for (String field : effects.toProfile().keySet()) {
            assertThat(effects.changes())
                    .anyMatch(change -> change.field().equals(field) && change.side() == Side.PROFILE);
        }
        for (String field : effects.toContact().keySet()) {
            assertThat(effects.changes())
                    .anyMatch(change -> change.field().equals(field) && change.side() == Side.CONTACT);
        }
        if (effects.isIdle() && effects.outcome() != Outcome.FIELD_CONFLICT) {
            assertThat(effects.changes()).isEmpty();
        }
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    @Label("once carried out and confirmed, the same record again changes nothing, and says so")
    void settles(@ForAll("cases") Case given) {
        KnownSystem system = new KnownSystem(given.contact(), given.known());
        RecordEffects effects = given.decide();
        system.apply(effects);
        for (int night = 0; night < nightsToSettle(given, effects); night++) {
            system.apply(RecordDecision.decide(given.rules(), system.contact(), system.around()));
        }

        RecordEffects again = RecordDecision.decide(given.rules(), system.contact(), system.around());

        assertThat(again.isIdle())
                .as("after %s: %s", effects.outcome(), again.message())
                .isTrue();
        assertThat(again.outcome()).isIn(REPEATING);
    }

    /**
     * What Salesforce says of somebody who was asked is agreed on the night after. And whom a Conservative sync left out
     * until Salesforce heard of the opt-in is a new record then.
     */
    private static int nightsToSettle(Case given, RecordEffects effects) {
        boolean leftOutUntilNow =
                given.rules().syncType() == SyncType.CONSERVATIVE && Boolean.TRUE.equals(effects.tellCrm());
        boolean mayAsk = given.rules().path() != null && given.rules().path().asksFirst();
        return (leftOutUntilNow ? 1 : 0) + (mayAsk ? 1 : 0);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(rules(), contacts(), surroundings())
                .as((rules, contact, known) -> new Case(rules, contact, ofNumber(contact, known)));
    }

    /** Without a number there is no profile of that number. */
    private static Surroundings ofNumber(ContactRecord contact, Surroundings known) {
        return contact.phone() == null ? new Surroundings(known.linked(), null, false, false) : known;
    }

    private static Arbitrary<SyncRules> rules() {
        Arbitrary<MergeField> first = Arbitraries.of(OnConflict.values()).map(it -> People.field(People.FIRST, it));
        Arbitrary<MergeField> last = Arbitraries.of(People.field(People.LAST), People.required(People.LAST));
        return Combinators.combine(
                        Arbitraries.of(SyncType.values()),
                        first,
                        last,
                        Arbitraries.of(People.PATH, People.ASKING_PATH).injectNull(0.3))
                .as((type, one, two, path) -> People.rules(type, path, one, two));
    }

    private static Arbitrary<Map<String, String>> values() {
        return Arbitraries.maps(
                        Arbitraries.of(People.FIRST, People.LAST), Arbitraries.of("a", "A", "b", "x".repeat(256)))
                .ofMaxSize(2);
    }

    private static Arbitrary<ContactRecord> contacts() {
        Arbitrary<Fault> faults = Arbitraries.of(Fault.values()).injectNull(0.9);
        return Combinators.combine(
                        Arbitraries.of(People.CONTACT, People.CONTACT, People.CONTACT, People.CONTACT, null),
                        Arbitraries.of("", "12", People.PHONE, People.PHONE, People.PHONE, People.PHONE),
                        Arbitraries.of(
                                OptInValue.TRUE,
                                OptInValue.TRUE,
                                OptInValue.FALSE,
                                OptInValue.FALSE,
                                OptInValue.UNREADABLE),
                        values(),
                        Arbitraries.of("rest", "other rest").injectNull(0.2),
                        faults)
                .as((id, phone, optIn, values, rest, fault) -> new ContactRecord(
                        id,
                        "typed",
                        phone,
                        phone.length() > 2 ? phone : null,
                        optIn,
                        "typed",
                        values,
                        List.of(),
                        rest,
                        fault));
    }

    private static Arbitrary<KnownLink> links(Arbitrary<String> contactIds) {
        return Combinators.combine(
                        contactIds,
                        values().injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.3),
                        Arbitraries.of("mark", "other mark").injectNull(0.3),
                        Arbitraries.of(People.LAST_NIGHT, People.LAST_NIGHT, People.LAST_NIGHT, People.TONIGHT))
                .as(KnownLink::new);
    }

    /** The number's profile: unlinked, linked with the contact, or with another one. And the contact's, if it is another. */
    private static Arbitrary<Surroundings> surroundings() {
        Arbitrary<KnownLink> ofThis = links(Arbitraries.just(People.CONTACT));
        Arbitrary<KnownLink> ofOther = links(Arbitraries.just(People.OTHER_CONTACT));
        Arbitrary<Boolean> shared = Arbitraries.of(false, false, false, true);
        Arbitrary<Boolean> suppressed = Arbitraries.of(false, true);
        Arbitrary<Surroundings> pair = Combinators.combine(people(1L, People.PHONE), ofThis, shared)
                .as((person, link, isShared) -> {
                    KnownProfile linked = People.linked(person, link);
                    return new Surroundings(linked, linked, isShared, person.optedOut());
                });
        Arbitrary<Surroundings> apart = Combinators.combine(
                        people(1L, People.OTHER_PHONE),
                        ofThis,
                        people(2L, People.PHONE).injectNull(0.4),
                        ofOther.injectNull(0.7),
                        shared,
                        suppressed)
                .as((former, link, byPhone, other, isShared, stopped) -> new Surroundings(
                        People.linked(former, link),
                        byPhone == null ? null : People.linked(byPhone, other),
                        isShared,
                        byPhone == null ? stopped : byPhone.optedOut()));
        Arbitrary<Surroundings> unlinked = Combinators.combine(
                        people(2L, People.PHONE).injectNull(0.5), ofOther.injectNull(0.7), shared, suppressed)
                .as((byPhone, other, isShared, stopped) -> new Surroundings(
                        null,
                        byPhone == null ? null : People.linked(byPhone, other),
                        isShared,
                        byPhone == null ? stopped : byPhone.optedOut()));
        return Arbitraries.oneOf(pair, apart, unlinked);
    }

    /** People as the database can hold them: who opted out neither takes part nor was asked. */
    private static Arbitrary<KnownProfile> people(Long id, String phone) {
        return Builders.withBuilder(() -> People.stranger(id, phone))
                .use(values())
                .in(People::holding)
                .use(Arbitraries.of("stranger", "member", "asked", "leaver", "member elsewhere"))
                .in(RecordDecisionPropertiesTest::as)
                .use(Arbitraries.of(false, false, true))
                .in((person, exports) -> exports ? People.exporting(person) : person)
                .build();
    }

    private static KnownProfile as(KnownProfile person, String state) {
        boolean asked = state.equals("asked");
        return new KnownProfile(
                person.id(),
                person.phone(),
                person.values(),
                state.equals("leaver"),
                state.startsWith("member"),
                asked,
                state.equals("stranger")
                        ? Set.of()
                        : Set.of(
                                asked
                                        ? People.ASKING_PATH.campaignId()
                                        : state.endsWith("elsewhere") ? Long.valueOf(5) : People.PATH.campaignId()),
                null,
                false);
    }
}
