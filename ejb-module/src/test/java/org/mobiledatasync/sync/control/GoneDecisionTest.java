package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.sync.control.ContactFate.Kind;
import org.mobiledatasync.sync.control.ContactFate.Survivor;
import org.mobiledatasync.sync.control.GoneDecision.Act;
import org.mobiledatasync.sync.control.GoneDecision.Pair;

class GoneDecisionTest {
    private static final OffsetDateTime GONE_AT = OffsetDateTime.parse("2026-11-20T10:00Z");
    private static final OffsetDateTime BEFORE = GONE_AT.minusHours(1);
    private static final OffsetDateTime AFTER = GONE_AT.plusHours(1);
    private static final Survivor SAME_NUMBER = new Survivor(People.OTHER_CONTACT, "(212) 555-0123", People.PHONE);
    private static final Survivor OTHER_NUMBER =
            new Survivor(People.OTHER_CONTACT, "(212) 555-0199", People.OTHER_PHONE);
    private static final Survivor NO_NUMBER = new Survivor(People.OTHER_CONTACT, "", null);

    private static ContactFate merged(Survivor survivor, Boolean lastOptIn) {
        return new ContactFate(Kind.MERGED, survivor, lastOptIn, GONE_AT);
    }

    private static ContactFate deleted(Boolean lastOptIn) {
        return new ContactFate(Kind.DELETED, null, lastOptIn, GONE_AT);
    }

    private static Pair active() {
        return new Pair(People.PHONE, false, false, BEFORE, true, false, false);
    }

    private static Pair optedOut() {
        return new Pair(People.PHONE, true, false, BEFORE, false, false, false);
    }

    private static Pair joining(OffsetDateTime at) {
        return new Pair(People.PHONE, false, true, at, false, false, false);
    }

    private static Pair taken(Pair pair) {
        return new Pair(
                pair.phone(), pair.optedOut(), pair.optInWaits(), pair.optInAt(), pair.baseOptIn(), true, pair.young());
    }

    private static Pair young(Pair pair) {
        return new Pair(
                pair.phone(),
                pair.optedOut(),
                pair.optInWaits(),
                pair.optInAt(),
                pair.baseOptIn(),
                pair.survivorTaken(),
                true);
    }

    @Test
    @DisplayName("a pair moves to the survivor of a merge, and what waits goes with it")
    void moves() {
        for (Survivor survivor : new Survivor[] {SAME_NUMBER, NO_NUMBER}) {
            for (Pair pair : new Pair[] {active(), optedOut(), joining(BEFORE)}) {
                assertThat(GoneDecision.of(merged(survivor, true), pair))
                        .isEqualTo(new GoneDecision(Act.MOVE, Reason.MERGED_IN_SALESFORCE, false, false, true));
            }
        }
    }

    @Test
    @DisplayName("R1.6 an opt-in does not follow the contact to another number; an opt-out does")
    void otherNumber() {
        assertThat(GoneDecision.of(merged(OTHER_NUMBER, true), joining(AFTER)))
                .isEqualTo(new GoneDecision(Act.PART, Reason.MERGED_INTO_OTHER_NUMBER, false, false, true));
        assertThat(GoneDecision.of(merged(OTHER_NUMBER, true), joining(BEFORE)).changeStays())
                .isFalse();
        assertThat(GoneDecision.of(merged(OTHER_NUMBER, true), optedOut()).act())
                .isEqualTo(Act.MOVE);
    }

    @Test
    @DisplayName("R1.8 a survivor that belongs to another profile is left to it; an opt-out is carried over")
    void survivorTaken() {
        assertThat(GoneDecision.of(merged(SAME_NUMBER, true), taken(optedOut())))
                .isEqualTo(new GoneDecision(Act.PART, Reason.MERGED_WITH_ANOTHER, false, true, false));
        assertThat(GoneDecision.of(merged(SAME_NUMBER, true), taken(active())))
                .isEqualTo(new GoneDecision(Act.PART, Reason.MERGED_WITH_ANOTHER, false, false, false));
        assertThat(GoneDecision.of(merged(SAME_NUMBER, false), taken(active())))
                .as("R4.2 the contact said no before it was merged")
                .isEqualTo(new GoneDecision(Act.PART, Reason.MERGED_WITH_ANOTHER, true, true, false));
    }

    @Test
    @DisplayName(
            "R4.2 who had opted out in Salesforce before the contact went is opted out, unless they came back since")
    void leftBefore() {
        assertThat(GoneDecision.of(merged(SAME_NUMBER, false), active()).optsOut())
                .isTrue();
        assertThat(GoneDecision.of(deleted(false), active()).optsOut()).isTrue();
        assertThat(GoneDecision.of(deleted(true), active()).optsOut()).isFalse();
        assertThat(GoneDecision.of(deleted(null), active()).optsOut()).isFalse();
        Pair back = new Pair(People.PHONE, false, true, AFTER, true, false, false);
        assertThat(GoneDecision.of(deleted(false), back).optsOut()).isFalse();
    }

    @Test
    @DisplayName("R5.3 after a deletion only an opt-in given since is still brought; an opt-out always is")
    void deletion() {
        assertThat(GoneDecision.of(deleted(true), joining(AFTER)))
                .isEqualTo(new GoneDecision(Act.PART, Reason.DELETED_IN_SALESFORCE, false, false, true));
        assertThat(GoneDecision.of(deleted(true), joining(BEFORE)).changeStays())
                .isFalse();
        assertThat(GoneDecision.of(deleted(true), joining(null)).changeStays()).isFalse();
        assertThat(GoneDecision.of(deleted(true), optedOut()).changeStays()).isTrue();
    }

    @Test
    @DisplayName("a contact that vanished ends its pair, but not while Salesforce may not show it yet")
    void vanished() {
        assertThat(GoneDecision.of(ContactFate.vanished(), joining(BEFORE)))
                .isEqualTo(new GoneDecision(Act.PART, Reason.VANISHED_FROM_SALESFORCE, false, false, true));
        assertThat(GoneDecision.of(ContactFate.vanished(), young(active())).act())
                .isEqualTo(Act.STAY);
        assertThat(GoneDecision.of(ContactFate.living(), optedOut()))
                .isEqualTo(new GoneDecision(Act.STAY, Reason.NOT_FOUND_THIS_TIME, false, false, true));
    }

    @Property
    @Label("R4.1 an opt-out is never lost: it goes on, or it is carried to the survivor's own profile")
    void optOutsAreNeverLost(
            @ForAll Kind kind,
            @ForAll boolean sameNumber,
            @ForAll boolean lastOptIn,
            @ForAll boolean base,
            @ForAll boolean survivorTaken,
            @ForAll boolean young) {
        Survivor survivor = kind == Kind.MERGED ? sameNumber ? SAME_NUMBER : OTHER_NUMBER : null;
        GoneDecision decision = GoneDecision.of(
                new ContactFate(kind, survivor, lastOptIn, GONE_AT),
                new Pair(People.PHONE, true, false, BEFORE, base, survivorTaken, young));

        assertThat(decision.changeStays() || decision.optsPartnerOut()).isTrue();
        assertThat(decision.optsOut()).as("out already").isFalse();
    }

    @Property
    @Label("a deletion opts nobody out: only a word of the contact from before does (R4.2)")
    void deletionsOptNobodyOut(
            @ForAll Kind kind, @ForAll boolean optInWaits, @ForAll boolean base, @ForAll boolean survivorTaken) {
        Survivor survivor = kind == Kind.MERGED ? SAME_NUMBER : null;
        GoneDecision decision = GoneDecision.of(
                new ContactFate(kind, survivor, true, GONE_AT),
                new Pair(People.PHONE, false, optInWaits, AFTER, base, survivorTaken, false));

        assertThat(decision.optsOut()).isFalse();
        assertThat(decision.optsPartnerOut()).isFalse();
    }
}
