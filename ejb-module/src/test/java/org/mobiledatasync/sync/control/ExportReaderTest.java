package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;

class ExportReaderTest {
    private static final String HEADER = "\"Id\",\"Street\"\n";

    @TempDir
    private Path folder;

    private List<ExportRow> rows(String text) {
        List<ExportRow> rows = new ArrayList<>();
        try (ExportReader reader = new ExportReader(Exports.write(folder, text))) {
            for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<List<String>> cells(String text) {
        return rows(text).stream().map(ExportRow::cells).toList();
    }

    @Test
    @DisplayName("rows are numbered from 0 after the header")
    void plain() {
        assertThat(rows(HEADER + "\"1\",\"é\"\n\"2\",\"b\"\n"))
                .containsExactly(new ExportRow(0, 14, List.of("1", "é")), new ExportRow(1, 23, List.of("2", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    @DisplayName("R9 whatever ends the rows, and whatever ends a line inside quotes")
    void lineEnds(String end) {
        String file = (HEADER + "\"1\",\"a\nb\n\nc\"\n\"2\",\"\"\n").replace("\n", end);

        assertThat(cells(file)).containsExactly(List.of("1", "a\nb\n\nc"), List.of("2", ""));
    }

    @Test
    @DisplayName("R9 blank lines are left out and not counted, before the header too")
    void blankLines() {
        assertThat(rows("\n \n" + HEADER + "\n\"1\",\"a\"\n\t\n\"\"\n\n\"2\",\"b\"\n\n"))
                .extracting(ExportRow::number, row -> row.cells().get(0))
                .containsExactly(tuple(0L, "1"), tuple(1L, "2"));
    }

    @Test
    @DisplayName("quotes are doubled, backslashes are nothing special, values without quotes are read")
    void quoting() {
        assertThat(cells(HEADER + "\"1\",\"a \"\"b\"\", c\"\n\"2\",\"c:\\\"\n3,d\n"))
                .containsExactly(List.of("1", "a \"b\", c"), List.of("2", "c:\\"), List.of("3", "d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\",\"b", "\"2\",\"b\n", "\"2", "\"2\",\"", "\"2\",\"b\n3 Elm Street"})
    @DisplayName("R9 a last line that was cut within quotes is one broken row")
    void cutWithinQuotes(String last) {
        List<ExportRow> rows = rows(HEADER + "\"1\",\"a\"\n" + last);

        assertThat(rows.get(0).cells()).containsExactly("1", "a");
        assertThat(rows.get(1).isBroken()).isTrue();
        assertThat(rows.stream().filter(ExportRow::isBroken)).hasSize(1);
    }

    @Test
    @DisplayName("R9 a quote that is never closed breaks its own row and no other, however long the file goes on")
    void neverClosed() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int row = 0; row < 3_000; row++) {
            file.append("\"").append(row).append(row == 10 ? "\",\"open\n" : "\",\"a\"\n");
        }
        List<ExportRow> rows = rows(file.toString());

        assertThat(rows).hasSize(3_000);
        assertThat(rows.stream().filter(ExportRow::isBroken).map(ExportRow::number))
                .containsExactly(10L);
        assertThat(rows.get(2_999).cells()).containsExactly("2999", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    @DisplayName("a row is read again from its place, forwards and backwards, a broken one too")
    void again(String end) {
        String text =
                HEADER + "\"1\",\"José\nb\"\n\n\"2\",\"open\n\"3\",c\n\"4\",\"" + "d".repeat(70_000) + "\"\n\"5\",e\n";
        Path file = Exports.write(folder, text.replace("\n", end));
        List<ExportRow> rows = new ArrayList<>();
        try (ExportReader reader = new ExportReader(file)) {
            for (ExportRow row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
            assertThat(rows).hasSize(5);
            assertThat(rows.get(1).isBroken()).isTrue();
            for (int number : new int[] {4, 0, 1, 2, 4, 3, 1, 0, 0, 2, 3}) {
                ExportRow row = rows.get(number);
                assertThat(reader.read(number, row.place())).isEqualTo(row);
            }
            assertThat(reader.read()).isEqualTo(rows.get(4));
            assertThat(reader.read()).isNull();
        }
    }

    @Test
    @DisplayName("R9 ten megabytes in one field are one row")
    void bigField() {
        String street = "x".repeat(10_000_000);

        assertThat(cells(HEADER + "\"1\",\"" + street + "\"\n\"2\",\"b\"\n"))
                .containsExactly(List.of("1", street), List.of("2", "b"));
    }

    @Test
    @DisplayName("R9 NUL bytes end nothing")
    void nul() {
        assertThat(cells(HEADER + "\"1\",\"a\0b\"\n\"2\",\"c\"\n"))
                .containsExactly(List.of("1", "a\0b"), List.of("2", "c"));
    }

    @Test
    @DisplayName("R9 a file with nothing but a header has no rows")
    void headerOnly() {
        assertThat(rows(HEADER)).isEmpty();
        assertThat(rows(HEADER.trim())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n\n", "\"Id\",\"Str"})
    @DisplayName("R9 a file without a header line is not the export")
    void noHeader(String text) {
        assertThatThrownBy(() -> rows(text))
                .isInstanceOfSatisfying(
                        SalesforceFault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.NOT_THE_EXPORT));
    }
}
