package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.integration.entity.SyncType.CONSERVATIVE;
import static org.mobiledatasync.integration.entity.SyncType.LIBERAL;
import static org.mobiledatasync.sync.control.People.CONTACT;
import static org.mobiledatasync.sync.control.People.FIRST;
import static org.mobiledatasync.sync.control.People.LAST;
import static org.mobiledatasync.sync.control.People.OTHER_CONTACT;
import static org.mobiledatasync.sync.control.People.PATH;
import static org.mobiledatasync.sync.control.People.PHONE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.sync.control.ConsentMerge.Act;
import org.mobiledatasync.sync.control.KnownProfile.KnownLink;
import org.mobiledatasync.sync.control.RecordDecision.Surroundings;
import org.mobiledatasync.sync.entity.Outcome;

/** What a person decided, as the next run carries it out. */
class RepairDecisionTest {
    private static final Map<String, String> BASE = Map.of(FIRST, "Ann", LAST, "Lee");
    private static final Map<String, String> OURS = Map.of(FIRST, "Anna", LAST, "Ours");
    private static final Map<String, String> THEIRS = Map.of(FIRST, "Annie", LAST, "Theirs");
    private static final ContactRecord RECORD = People.contact(OptInValue.TRUE, THEIRS);

    private static KnownProfile pair() {
        return People.linked(
                People.holding(People.member(1L, PHONE), OURS),
                new KnownLink(CONTACT, BASE, true, null, People.LAST_NIGHT));
    }

    private static RecordEffects decide(ContactRecord record, KnownProfile pair, Map<String, OnConflict> chosen) {
        Map<String, ConflictChoices.Choice> choices = new HashMap<>();
        chosen.forEach((field, side) -> choices.put(
                field, new ConflictChoices.Choice(side, ConflictChoices.mark(OURS.get(field), THEIRS.get(field)))));
        return RecordDecision.decide(
                People.rules(CONSERVATIVE, PATH),
                record,
                new Surroundings(pair, pair, false, pair.optedOut(), new ConflictChoices(choices), NumberChoice.NONE));
    }

    private static RecordEffects decide(SyncType type, KnownProfile byPhone, boolean stopped, NumberChoice number) {
        return RecordDecision.decide(
                People.rules(type, PATH),
                People.contact(OptInValue.TRUE, Map.of()),
                new Surroundings(null, byPhone, true, stopped, ConflictChoices.NONE, number));
    }

    @Test
    @DisplayName("R3.6 one of two fields is chosen: nothing moves, and both stay open")
    void partly() {
        RecordEffects effects = decide(RECORD, pair(), Map.of(LAST, OnConflict.MOBILE));

        assertThat(effects.outcome()).isEqualTo(Outcome.FIELD_CONFLICT);
        assertThat(effects.toProfile()).isEmpty();
        assertThat(effects.waitsForSalesforce()).isFalse();
        assertThat(effects.open()).extracting(FieldMerge.Conflict::field).containsExactlyInAnyOrder(FIRST, LAST);
    }

    @Test
    @DisplayName("R3.9 what Salesforce takes stays open until it has; what we take is settled at once")
    void wholly() {
        RecordEffects effects = decide(RECORD, pair(), Map.of(LAST, OnConflict.MOBILE, FIRST, OnConflict.SALESFORCE));

        assertThat(effects.outcome()).isEqualTo(Outcome.PROFILE_AND_CONTACT_UPDATED);
        assertThat(effects.reason()).isEqualTo(Reason.CHOSEN);
        assertThat(effects.toProfile()).isEqualTo(Map.of(FIRST, "Annie"));
        assertThat(effects.toContact()).isEqualTo(Map.of(LAST, "Ours"));
        assertThat(effects.open()).extracting(FieldMerge.Conflict::field).containsExactly(LAST);
    }

    @Test
    @DisplayName("R3.6 a value changed since: asked again, nothing is overwritten")
    void stale() {
        ContactRecord newer = People.contact(OptInValue.TRUE, Map.of(FIRST, "Ann", LAST, "Newer"));
        RecordEffects effects = decide(newer, pair(), Map.of(LAST, OnConflict.MOBILE));

        assertThat(effects.outcome()).isEqualTo(Outcome.FIELD_CONFLICT);
        assertThat(effects.toContact()).isEmpty();
    }

    @Test
    @DisplayName("R3.7 a chosen value that the profile can't hold is not cut, and the choice stays")
    void tooLong() {
        String longName = "x".repeat(256);
        KnownProfile pair = pair();
        RecordEffects effects = RecordDecision.decide(
                People.rules(CONSERVATIVE, PATH),
                People.contact(OptInValue.TRUE, Map.of(FIRST, "Anna", LAST, longName)),
                new Surroundings(
                        pair,
                        pair,
                        false,
                        false,
                        new ConflictChoices(Map.of(
                                LAST,
                                new ConflictChoices.Choice(
                                        OnConflict.SALESFORCE, ConflictChoices.mark("Ours", longName)))),
                        NumberChoice.NONE));

        assertThat(effects.outcome()).isEqualTo(Outcome.UNABLE_TO_UPDATE);
        assertThat(effects.toProfile()).isEmpty();
        assertThat(effects.open()).extracting(FieldMerge.Conflict::field).containsExactly(LAST);
    }

    @Test
    @DisplayName("R3.6 an agreement ends what was open; a record that is not merged says nothing of it")
    void noLongerOpen() {
        assertThat(decide(People.contact(OptInValue.TRUE, OURS), pair(), Map.of())
                        .open())
                .isEmpty();
        assertThat(decide(People.contact(OptInValue.UNREADABLE, THEIRS), pair(), Map.of())
                        .open())
                .isNull();
    }

    @Test
    @DisplayName("R4 consent goes its own way whatever is chosen")
    void consent() {
        ContactRecord left = People.contact(OptInValue.FALSE, THEIRS);
        RecordEffects effects = RecordDecision.decide(
                People.rules(LIBERAL, PATH, People.field(LAST)),
                left,
                new Surroundings(
                        pair(),
                        pair(),
                        false,
                        false,
                        new ConflictChoices(Map.of(
                                LAST,
                                new ConflictChoices.Choice(OnConflict.MOBILE, ConflictChoices.mark("Ours", "Theirs")))),
                        NumberChoice.NONE));

        assertThat(effects.outcome()).isEqualTo(Outcome.OPTED_OUT_CRM);
        assertThat(effects.act()).isEqualTo(Act.OPT_OUT);
        assertThat(effects.tellCrm()).isNull();
        assertThat(effects.toContact()).isEqualTo(Map.of(LAST, "Ours"));
    }

    @Test
    @DisplayName("R1.5 the chosen contact is imported; one that was decided against is skipped and not asked about")
    void number() {
        RecordEffects chosen = decide(CONSERVATIVE, null, false, new NumberChoice(CONTACT, Set.of(OTHER_CONTACT)));
        assertThat(chosen.outcome()).isEqualTo(Outcome.PROFILE_CREATED);

        Map<NumberChoice, Reason> against = Map.of(
                new NumberChoice(OTHER_CONTACT, Set.of(CONTACT)), Reason.OTHER_CONTACT_CHOSEN,
                new NumberChoice(null, Set.of(CONTACT)), Reason.NO_CONTACT_CHOSEN);
        against.forEach((choice, reason) -> {
            RecordEffects effects = decide(LIBERAL, null, false, choice);
            assertThat(effects.outcome()).isEqualTo(Outcome.SKIPPED_MEMBERS);
            assertThat(effects.reason()).isEqualTo(reason);
            assertThat(effects.asks()).isFalse();
        });
        assertThat(decide(LIBERAL, null, false, NumberChoice.NONE).asks()).isTrue();
    }

    @Test
    @DisplayName("R4.1 a choice never makes a number that said STOP active: made known, or known before")
    void choiceIsNoConsent() {
        NumberChoice choice = new NumberChoice(CONTACT, Set.of(OTHER_CONTACT));
        for (SyncType type : SyncType.values()) {
            for (RecordEffects effects :
                    List.of(decide(type, null, true, choice), decide(type, People.leaver(1L, PHONE), true, choice))) {
                assertThat(effects.act()).isEqualTo(Act.REFUSE);
                assertThat(effects.path()).isNull();
                assertThat(effects.tellCrm()).isFalse();
                assertThat(effects.outcome()).isEqualTo(Outcome.RE_SUBSCRIBE_BLOCKED);
            }
        }
    }
}
