package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.salesforce.control.SalesforceId;
import org.mobiledatasync.sync.entity.SettledLinks.SettledLink;

class SettledRowsTest {
    private static final String ADA = Exports.row("003RO0000035WQg", "Lee", "(212) 555-0123", "1", "Run");
    private static final String ADA_AGAIN = Exports.row("003RO0000035WQg", "Lee", "(212) 555-0123", "1", "Bike");
    private static final String BOB = Exports.row("003R000000DDMlT", "Roe", "(212) 555-0124", "1", "Run");
    private static final String NO_ID = Exports.row("", "Poe", "(212) 555-0125", "1", "Run");
    private static final RowMarks RULES = new RowMarks("rules");

    @TempDir
    private Path folder;

    private ExportIndex index(RowMarks rules, List<SettledLink> pairs, int part, String... rows) {
        Path file = Exports.write(folder, Exports.HEADER + String.join("", rows));
        ExportLayout layout;
        try (ExportReader reader = new ExportReader(file)) {
            layout = ExportLayout.of(reader.header(), Exports.MAPPINGS, List.of("Group"));
        }
        return ExportIndex.of(file, new ContactRecords(layout, "US"), rules, pairs::forEach, () -> {}, part);
    }

    /** Pairs that were settled when the export had these rows. */
    private List<SettledLink> settled(String... rows) {
        List<SettledLink> pairs = new ArrayList<>();
        try (ExportIndex index = index(RULES, List.of(), 4, rows)) {
            for (long number : toDecide(index)) {
                ExportRow row = index.row(number);
                SalesforceId.ofContact(row.cells().get(0))
                        .ifPresent(id -> pairs.add(
                                new SettledLink(70_000 * (number + 1), id, index.mark(row), index.phone(row))));
            }
        }
        return pairs;
    }

    private List<Long> decided(RowMarks rules, List<SettledLink> pairs, String... rows) {
        try (ExportIndex index = index(rules, pairs, 4, rows)) {
            return toDecide(index);
        }
    }

    private static List<Long> toDecide(ExportIndex index) {
        return LongStream.range(0, index.tableEnd())
                .filter(index::isToDecide)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64})
    @DisplayName("rows that look as they did are settled, however many are compared at a time; one without an id never")
    void asBefore(int part) {
        List<SettledLink> pairs = settled(ADA, BOB, NO_ID);

        try (ExportIndex index = index(RULES, pairs, part, BOB, NO_ID, ADA)) {
            assertThat(toDecide(index)).containsExactly(1L);
            assertThat(index.settledFrom(0).toArray()).containsExactly(70_000, 140_000);
            assertThat(index.settledFrom(1).toArray()).containsExactly(70_000);
            assertThat(index.phone(index.row(0))).isEqualTo("+12125550124");
        }
    }

    @Test
    @DisplayName(
            "a row that differs in any column, also one that is not mapped, is decided; so is each under other rules")
    void changed() {
        List<SettledLink> pairs = settled(ADA, BOB);

        assertThat(decided(RULES, pairs, ADA.replace("Lee", "Low"), BOB)).containsExactly(0L);
        assertThat(decided(RULES, pairs, ADA.replace("Run", "Swim"), BOB)).containsExactly(0L);
        assertThat(decided(RULES, pairs, ADA.replace("\"1\"", "\"0\""), BOB)).containsExactly(0L);
        assertThat(decided(new RowMarks("other rules"), pairs, ADA, BOB)).containsExactly(0L, 1L);
        assertThat(decided(RULES, List.of(), ADA, BOB)).containsExactly(0L, 1L);
    }

    @Test
    @DisplayName("R1.7 a contact with several rows is settled when all are there, in any order, and none more")
    void severalRows() {
        List<SettledLink> pairs = settled(ADA, ADA_AGAIN, BOB);

        try (ExportIndex index = index(RULES, pairs, 4, ADA_AGAIN, BOB, ADA)) {
            assertThat(toDecide(index)).isEmpty();
            assertThat(index.settledFrom(0).size()).isEqualTo(2);
        }
        assertThat(decided(RULES, pairs, ADA, BOB)).containsExactly(0L);
        assertThat(decided(RULES, pairs, ADA, ADA_AGAIN, ADA_AGAIN, BOB)).containsExactly(0L);
    }

    @Test
    @DisplayName("R1.5 a settled pair whose number another contact has by now is decided, with all its rows")
    void shared() {
        List<SettledLink> pairs = settled(ADA, ADA_AGAIN);
        String other = BOB.replace("0124", "0123");

        try (ExportIndex index = index(RULES, pairs, 4, ADA, ADA_AGAIN, other)) {
            assertThat(toDecide(index)).containsExactly(0L, 2L);
            assertThat(index.settledFrom(0).isEmpty()).isTrue();
            assertThat(index.isShared(index.row(0))).isTrue();
            assertThat(index.rowsOf(index.row(0))).hasSize(2);
        }
    }

    @Test
    @DisplayName("marks tell apart what only moved from one cell to the next")
    void cells() {
        ExportRow one = new ExportRow(0, 0, List.of("ab", "c"));
        ExportRow other = new ExportRow(0, 0, List.of("a", "bc"));

        assertThat(RULES.of(one)).isNotEqualTo(RULES.of(other)).isEqualTo(RULES.of(one));
        assertThat(RowMarks.Mark.ofHex(RULES.of(one).hex())).isEqualTo(RULES.of(one));
        assertThat(RowMarks.Mark.ofHex(new RowMarks.Mark(1, -2).hex())).isEqualTo(new RowMarks.Mark(1, -2));
    }
}
