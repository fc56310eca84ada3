package org.mobiledatasync.sync.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.salesforce.control.SalesforceId;

class ExportIndexPropertiesTest {
    private static final List<String> IDS = List.of(
            "003RO0000035WQg",
            "003RO0000035WQG",
            "003RO0000035WQgYAM",
            "003R000000DDMlT",
            "003R000000DDMlT\u00fc",
            "",
            "001R000000DDMlT");
    private static final List<String> PHONES =
            List.of("(212) 555-0123", "+1 212.555.0123", "2125550124", "+44 7911 123456", "12", "");

    /** A row of the export as it is typed. */
    record Typed(String id, String phone, String group) {

        String contactId() {
            return SalesforceId.ofContact(id).orElse(null);
        }

        String e164() {
            return MobileNumbers.toE164(phone, "US").orElse(null);
        }

        String line() {
            return Exports.row(id, "Lee", phone, "1", group);
        }
    }

    @Property(tries = 300)
    @Label("R1.5 R1.7 what it knows of repeated contacts and shared numbers is what looking at all rows at once shows")
    void likeLookingAtAllRows(@ForAll("exports") List<Typed> typed, @ForAll @IntRange(min = 1, max = 8) int part) {
        Map<String, Set<String>> contactsOfNumber = typed.stream()
                .filter(row -> row.contactId() != null && row.e164() != null)
                .collect(groupingBy(Typed::e164, mapping(Typed::contactId, toSet())));
        Map<String, List<Typed>> rowsOfContact =
                typed.stream().filter(row -> row.contactId() != null).collect(groupingBy(Typed::contactId));

        read(typed, part, (index, rows) -> {
            assertThat(index.rows()).isEqualTo(typed.size());
            for (int i = 0; i < typed.size(); i++) {
                Typed row = typed.get(i);
                List<Typed> all = row.contactId() == null ? List.of(row) : rowsOfContact.get(row.contactId());
                boolean first = all.get(0) == row;
                assertThat(index.phone(rows.get(i))).isEqualTo(row.e164());
                assertThat(index.rowsOf(rows.get(i)))
                        .extracting(found -> found.cells().get(4))
                        .isEqualTo(first ? all.stream().map(Typed::group).toList() : List.of());
                if (first && row.contactId() != null) {
                    assertThat(index.isShared(rows.get(i)))
                            .isEqualTo(row.e164() != null
                                    && contactsOfNumber.get(row.e164()).size() > 1);
                }
            }
        });
    }

    private interface Look {
        void at(ExportIndex index, List<ExportRow> rows);
    }

    private static void read(List<Typed> typed, int part, Look look) {
        try {
            Path folder = Files.createTempDirectory("export-index");
            StringBuilder text = new StringBuilder(Exports.HEADER);
            typed.forEach(row -> text.append(row.line()));
            Path file = Exports.write(folder, text.toString());
            ExportLayout layout;
            List<ExportRow> rows = new ArrayList<>();
            try (ExportReader reader = new ExportReader(file)) {
                layout = ExportLayout.of(reader.header(), Exports.MAPPINGS, List.of("Group"));
                for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                    rows.add(row);
                }
            }
            try (ExportIndex index = ExportIndex.of(
                    file, new ContactRecords(layout, "US"), new RowMarks("rules"), pair -> {}, () -> {}, part)) {
                look.at(index, rows);
            }
            Files.delete(file);
            // Fails when the index left a file behind.
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<List<Typed>> exports() {
        Arbitrary<String> groups = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        Arbitrary<Typed> rows = Combinators.combine(Arbitraries.of(IDS), Arbitraries.of(PHONES), groups)
                .as(Typed::new);
        return rows.list().ofMaxSize(30);
    }
}
