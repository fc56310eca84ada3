package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.sync.control.ConsentMerge.Act;
import org.mobiledatasync.sync.control.ConsentMerge.Sides;
import org.mobiledatasync.sync.entity.Outcome;

/** First what the rules say, line by line; then what holds in every state there is. */
class ConsentMergeTest {

    @ParameterizedTest(name = "{0}, base {1}, CRM {2}: {3}, tell {4}, base then {5}, {6}")
    @CsvSource({
        // R4.2 base true, CRM now false
        "ACTIVE, true, false, OPT_OUT, , false, OPTED_OUT_CRM",
        "JOINABLE, true, false, OPT_OUT, , false, OPTED_OUT_CRM",
        "ASKED, true, false, OPT_OUT, , false, OPTED_OUT_CRM",
        "NOTHING, true, false, OPT_OUT, , false, OPTED_OUT_CRM",
        "EXPORTING, true, false, OPT_OUT, , false, OPTED_OUT_CRM",
        "OPTED_OUT, true, false, NONE, , false, ",
        // R4.3 profile opted out, CRM true, any base
        "OPTED_OUT, true, true, NONE, false, , OPT_OUT_EXPORTED",
        "OPTED_OUT, false, true, REFUSE, false, , RE_SUBSCRIBE_BLOCKED",
        "OPTED_OUT, , true, REFUSE, false, , RE_SUBSCRIBE_BLOCKED",
        "OPTED_OUT_EXPORTING, true, true, NONE, , , ",
        "OPTED_OUT, false, false, NONE, , false, ",
        // R4.4 profile active, CRM false, base not true
        "ACTIVE, false, false, NONE, true, , OPT_IN_EXPORTED",
        "ACTIVE, , false, NONE, true, , OPT_IN_EXPORTED",
        "EXPORTING, , false, NONE, , , ",
        // R4.5 a new person
        "JOINABLE, , true, SUBSCRIBE, , true, ",
        "JOINABLE, , false, SUBSCRIBE, , , ",
        "JOINABLE, false, true, SUBSCRIBE, , true, ",
        "ASKED, , true, NONE, , true, DEFERRED_SUBSCRIPTION",
        // both agree, or there is no path
        "ACTIVE, true, true, NONE, , true, ",
        "ACTIVE, , true, NONE, , true, ",
        "NOTHING, , true, NONE, , true, ",
        "NOTHING, , false, NONE, , false, "
    })
    @DisplayName("R4.1 to R4.5 what becomes of consent in a Liberal sync")
    void table(Person person, Boolean base, boolean crm, Act act, Boolean tell, Boolean agreed, Outcome outcome) {
        assertThat(ConsentMerge.of(person.with(base, crm, true)))
                .isEqualTo(new ConsentMerge(act, tell, agreed, outcome));
    }

    private enum Person {
        NOTHING(false, false, false, false, false),
        JOINABLE(false, false, false, true, false),
        ASKED(false, false, true, false, false),
        ACTIVE(false, true, false, false, false),
        EXPORTING(false, true, false, false, true),
        OPTED_OUT(true, false, false, true, false),
        OPTED_OUT_EXPORTING(true, false, false, true, true);

        private final boolean optedOut;
        private final boolean active;
        private final boolean asked;
        private final boolean mayJoin;
        private final boolean exportPending;

        Person(boolean optedOut, boolean active, boolean asked, boolean mayJoin, boolean exportPending) {
            this.optedOut = optedOut;
            this.active = active;
            this.asked = asked;
            this.mayJoin = mayJoin;
            this.exportPending = exportPending;
        }

        Sides with(Boolean base, boolean crm, boolean taken) {
            return new Sides(optedOut, active, asked, mayJoin, exportPending, base, crm, taken);
        }
    }

    private static boolean bit(int bits, int place) {
        return (bits >> place & 1) == 1;
    }

    /** Every combination of both sides, possible or not. */
    private static Stream<Sides> all() {
        List<Boolean> bases = Arrays.asList(null, false, true);
        return IntStream.range(0, 1 << 7).boxed().flatMap(bits -> bases.stream()
                .map(base -> new Sides(
                        bit(bits, 0),
                        bit(bits, 1),
                        bit(bits, 2),
                        bit(bits, 3),
                        bit(bits, 4),
                        base,
                        bit(bits, 5),
                        bit(bits, 6))));
    }

    @Test
    @DisplayName("R4.1 an opted-out person is never subscribed, and Salesforce never told of an opt-in")
    void optOutWins() {
        assertThat(all().filter(Sides::optedOut)).allSatisfy(sides -> {
            ConsentMerge merge = ConsentMerge.of(sides);
            assertThat(merge.act()).isNotEqualTo(Act.SUBSCRIBE);
            assertThat(merge.tellCrm()).isNotEqualTo(true);
            assertThat(merge.agreed()).isNotEqualTo(true);
        });
    }

    @Test
    @DisplayName("R4.2 base true and CRM false always ends opted out, here and as agreed")
    void leftInCrm() {
        assertThat(all().filter(sides -> Boolean.TRUE.equals(sides.base()) && !sides.crm()))
                .allSatisfy(sides -> {
                    ConsentMerge merge = ConsentMerge.of(sides);
                    assertThat(sides.optedOut() || merge.act() == Act.OPT_OUT).isTrue();
                    assertThat(merge.agreed()).isFalse();
                    assertThat(merge.tellCrm()).isNull();
                });
    }

    @Test
    @DisplayName("R4.2 nobody is opted out for any other reason")
    void nobodyElse() {
        assertThat(all().filter(sides -> ConsentMerge.of(sides).act() == Act.OPT_OUT))
                .allSatisfy(sides -> {
                    assertThat(sides.base()).isTrue();
                    assertThat(sides.crm()).isFalse();
                });
    }

    @Test
    @DisplayName("R4.3 opted out here and true in Salesforce: it is told and reported, unless the export is on its way")
    void optOutIsTold() {
        assertThat(all().filter(sides -> sides.optedOut() && sides.crm())).allSatisfy(sides -> {
            ConsentMerge merge = ConsentMerge.of(sides);
            if (!sides.exportPending()) {
                assertThat(merge.tellCrm()).isFalse();
                assertThat(merge.outcome()).isIn(Outcome.OPT_OUT_EXPORTED, Outcome.RE_SUBSCRIBE_BLOCKED);
            }
            assertThat(merge.agreed()).isNull();
        });
    }

    @Test
    @DisplayName("R4.4 Salesforce is told of an opt-in only for a person who is active, and whose opt-in it never had")
    void optInIsTold() {
        assertThat(all().filter(sides ->
                        Boolean.TRUE.equals(ConsentMerge.of(sides).tellCrm())))
                .isNotEmpty()
                .allSatisfy(sides -> {
                    assertThat(sides.active()).isTrue();
                    assertThat(sides.crm()).isFalse();
                    assertThat(sides.base()).isNotEqualTo(true);
                });
    }

    @Test
    @DisplayName("R4.5 only those who take part, and whom the path would take in, are subscribed")
    void subscribed() {
        assertThat(all().filter(sides -> ConsentMerge.of(sides).act() == Act.SUBSCRIBE))
                .isNotEmpty()
                .allSatisfy(sides -> {
                    assertThat(sides.mayJoin()).isTrue();
                    assertThat(sides.taken()).isTrue();
                    assertThat(sides.optedOut()).isFalse();
                });
    }

    @Test
    @DisplayName("R3.9 what both are said to agree on is what Salesforce has, or an opt-out")
    void agreed() {
        assertThat(all()).allSatisfy(sides -> {
            ConsentMerge merge = ConsentMerge.of(sides);
            if (merge.agreed() != null) {
                assertThat(merge.agreed()).isEqualTo(sides.crm());
                assertThat(merge.tellCrm()).isNull();
            }
        });
    }

    @Test
    @DisplayName("R8 whatever moves is reported, and nothing else; a refusal has its own class (R4.1)")
    void reported() {
        assertThat(all()).allSatisfy(sides -> {
            ConsentMerge merge = ConsentMerge.of(sides);
            boolean moves = merge.tellCrm() != null || merge.act() == Act.OPT_OUT || merge.act() == Act.REFUSE;
            assertThat(merge.outcome() != null && merge.outcome() != Outcome.DEFERRED_SUBSCRIPTION)
                    .isEqualTo(moves);
            assertThat(merge.outcome() == Outcome.RE_SUBSCRIBE_BLOCKED).isEqualTo(merge.act() == Act.REFUSE);
        });
    }
}
