package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mobiledatasync.integration.entity.OnConflict;

class FieldMergePropertiesTest {
    private static final List<String> KEYS = List.of(People.FIRST, People.LAST, People.EMAIL, "address_street_1");

    /** The three sides of a record; no base when the pair never agreed. */
    record Triple(
            List<MergeField> fields,
            Map<String, String> base,
            Map<String, String> profile,
            Map<String, String> contact) {
        FieldMerge merge() {
            return FieldMerge.of(fields, base, profile, contact);
        }

        FieldMerge merge(ConflictChoices choices) {
            return FieldMerge.of(fields, base, profile, contact, choices);
        }

        String base(String key) {
            return base == null ? null : base.get(key);
        }

        Triple after(FieldMerge merge) {
            return new Triple(
                    fields, merge.agreed(), with(profile, merge.toProfile()), with(contact, merge.toContact()));
        }

        private static Map<String, String> with(Map<String, String> values, Map<String, String> taken) {
            Map<String, String> then = new TreeMap<>(values);
            then.putAll(taken);
            return then;
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R3.3 R3.4 a side is never changed in a field that only this side changed")
    void ownChangesStay(@ForAll("triples") Triple triple) {
        FieldMerge merge = triple.merge();
        for (MergeField field : triple.fields()) {
            String base = triple.base(field.key());
            if (field.same(triple.contact().get(field.key()), base)) {
                assertThat(merge.toProfile()).doesNotContainKey(field.key());
            }
            if (field.same(triple.profile().get(field.key()), base)) {
                assertThat(merge.toContact()).doesNotContainKey(field.key());
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R3.2 to R3.4 without a conflict, whatever changed on one side only is on both sides then")
    void changesArrive(@ForAll("triples") Triple triple) {
        FieldMerge merge = triple.merge();
        Triple after = triple.after(merge);
        for (MergeField field : triple.fields()) {
            String ours = triple.profile().get(field.key());
            String theirs = triple.contact().get(field.key());
            boolean oursChanged = !field.same(ours, triple.base(field.key()));
            boolean theirsChanged = !field.same(theirs, triple.base(field.key()));
            boolean pulled = theirsChanged && !oursChanged && theirs != null;
            boolean pushed = oursChanged && !theirsChanged && ours != null && field.pushed();
            if (!merge.isConflict() && (pulled || pushed)) {
                assertThat(field.same(
                                after.profile().get(field.key()),
                                after.contact().get(field.key())))
                        .isTrue();
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("merging again does nothing, and agrees on the same")
    void onceIsEnough(@ForAll("triples") Triple triple) {
        FieldMerge merge = triple.merge();
        FieldMerge again = triple.after(merge).merge();

        assertThat(again.toProfile()).isEmpty();
        assertThat(again.toContact()).isEmpty();
        assertThat(again.conflicts()).isEqualTo(merge.conflicts());
        assertThat(again.agreed()).isEqualTo(merge.agreed());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R3.6 with a conflict nothing moves, and the base stays")
    void conflictStopsAll(@ForAll("triples") Triple triple) {
        FieldMerge merge = triple.merge();
        if (merge.isConflict()) {
            assertThat(merge.toProfile()).isEmpty();
            assertThat(merge.toContact()).isEmpty();
            assertThat(merge.agreed()).isEqualTo(triple.base() == null ? Map.of() : triple.base());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R3.1 an empty value never erases: neither side ever has fewer values than before")
    void emptyNeverErases(@ForAll("triples") Triple triple) {
        Triple after = triple.after(triple.merge());

        assertThat(after.profile().keySet()).containsAll(triple.profile().keySet());
        assertThat(after.contact().keySet()).containsAll(triple.contact().keySet());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R3.5 R3.6 a conflict is where both sides hold something else and nobody may decide")
    void conflicts(@ForAll("triples") Triple triple) {
        List<String> expected = new ArrayList<>();
        for (MergeField field : triple.fields()) {
            String ours = triple.profile().get(field.key());
            String theirs = triple.contact().get(field.key());
            String base = triple.base(field.key());
            if (field.onConflict() == OnConflict.ASK
                    && ours != null
                    && theirs != null
                    && !field.same(ours, theirs)
                    && !field.same(ours, base)
                    && !field.same(theirs, base)) {
                expected.add(field.key());
            }
        }

        assertThat(triple.merge().conflicts())
                .extracting(FieldMerge.Conflict::field)
                .isEqualTo(expected);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("S11 fields without an API name are never pushed; fields that are not carried never move")
    void onlyWhatIsMapped(@ForAll("triples") Triple triple) {
        FieldMerge merge = triple.merge();
        List<String> carried = triple.fields().stream().map(MergeField::key).toList();
        List<String> pushed = triple.fields().stream()
                .filter(MergeField::pushed)
                .map(MergeField::key)
                .toList();

        assertThat(carried).containsAll(merge.toProfile().keySet());
        assertThat(pushed).containsAll(merge.toContact().keySet());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R3.6 choices for all conflicts settle the record, each field on the side that was chosen")
    void choicesSettle(@ForAll("triples") Triple triple, @ForAll("sides") Map<String, OnConflict> sides) {
        FieldMerge asked = triple.merge();
        FieldMerge settled = triple.merge(choices(asked.conflicts(), sides));

        assertThat(settled.isConflict()).isFalse();
        assertThat(settled.chosen()).isEqualTo(asked.conflicts());
        for (FieldMerge.Conflict conflict : asked.conflicts()) {
            boolean ours = sides.get(conflict.field()) == OnConflict.MOBILE;
            assertThat(settled.toProfile().get(conflict.field())).isEqualTo(ours ? null : conflict.contact());
            assertThat(settled.toContact().get(conflict.field()))
                    .isEqualTo(ours && pushed(triple, conflict) ? conflict.profile() : null);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R3.6 while one conflict is open nothing moves, and all of them are still told")
    void oneOpenStopsAll(@ForAll("triples") Triple triple, @ForAll("sides") Map<String, OnConflict> sides) {
        List<FieldMerge.Conflict> asked = triple.merge().conflicts();
        if (asked.isEmpty()) {
            return;
        }
        FieldMerge merge = triple.merge(choices(asked.subList(1, asked.size()), sides));

        assertThat(merge.toProfile()).isEmpty();
        assertThat(merge.toContact()).isEmpty();
        assertThat(merge.conflicts()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("R3.6 a choice for other values is none")
    void staleChoices(@ForAll("triples") Triple triple, @ForAll("sides") Map<String, OnConflict> sides) {
        FieldMerge asked = triple.merge();
        List<FieldMerge.Conflict> before = asked.conflicts().stream()
                .map(now -> new FieldMerge.Conflict(now.field(), now.base(), now.profile(), now.contact() + "!"))
                .toList();

        assertThat(triple.merge(choices(before, sides))).isEqualTo(asked);
    }

    private static boolean pushed(Triple triple, FieldMerge.Conflict conflict) {
        return triple.fields().stream().anyMatch(field -> field.key().equals(conflict.field()) && field.pushed());
    }

    private static ConflictChoices choices(List<FieldMerge.Conflict> conflicts, Map<String, OnConflict> sides) {
        Map<String, ConflictChoices.Choice> choices = new TreeMap<>();
        conflicts.forEach(conflict -> choices.put(
                conflict.field(),
                new ConflictChoices.Choice(
                        sides.get(conflict.field()), ConflictChoices.mark(conflict.profile(), conflict.contact()))));
        return new ConflictChoices(choices);
    }

    @Provide
    Arbitrary<Map<String, OnConflict>> sides() {
        return Arbitraries.maps(Arbitraries.of(KEYS), Arbitraries.of(OnConflict.MOBILE, OnConflict.SALESFORCE))
                .ofSize(KEYS.size());
    }

    @Provide
    Arbitrary<Triple> triples() {
        Arbitrary<List<MergeField>> fields = Combinators.combine(
                        Arbitraries.of(OnConflict.values()).list().ofSize(KEYS.size()),
                        Arbitraries.of(true, true, false).list().ofSize(KEYS.size()),
                        Arbitraries.of(KEYS).set().ofMinSize(1))
                .as((policies, pushed, carried) -> KEYS.stream()
                        .filter(carried::contains)
                        .map(key -> new MergeField(
                                key, pushed.get(KEYS.indexOf(key)), false, policies.get(KEYS.indexOf(key))))
                        .toList());
        return Combinators.combine(fields, values().injectNull(0.2), values(), values())
                .as(Triple::new);
    }

    /** Few values, so that sides often agree; e-mail addresses and streets that differ only in how they are written. */
    static Arbitrary<Map<String, String>> values() {
        return Arbitraries.maps(Arbitraries.of(KEYS), Arbitraries.of("a", "A", "b", "x\ny", "x\r\ny"))
                .ofMaxSize(KEYS.size());
    }
}
