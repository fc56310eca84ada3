package org.mobiledatasync.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.intake.control.PeopleFile.Line;
import org.mobiledatasync.platform.entity.InvalidInputException;

class PeopleFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    @DisplayName("umlauts and accents arrive in the encodings of spreadsheets")
    void encodings(String encoding) {
        var lines = read("Name,Mobile\nJosé Müller,212 555 0101\n".getBytes(Charset.forName(encoding)));
        assertThat(lines).containsExactly(new Line(2, List.of("José Müller", "212 555 0101")));
    }

    @Test
    @DisplayName("a byte order mark is no part of the first heading")
    void byteOrderMark() {
        byte[] file = "\uFEFFMobile,Name\n1,2\n".getBytes(StandardCharsets.UTF_8);
        try (PeopleFile people = PeopleFile.open(write(file))) {
            assertThat(people.headings()).containsExactly("Mobile", "Name");
            assertThat(people.encoding()).isEqualTo("UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    @DisplayName("commas, semicolons and tabs separate; quotes and line breaks inside quotes are kept")
    void separators(String separator) {
        String file = String.join(separator, "Name", "Mobile", "Note") + "\r\n"
                + String.join(separator, "\"Say \"\"hi\"\"\"", "1", "\"two\r\nlines, and; all\"") + "\r\n";
        assertThat(read(bytes(file))).containsExactly(new Line(2, List.of("Say \"hi\"", "1", "two\nlines, and; all")));
    }

    @Test
    @DisplayName("blank lines are left out, and counted as a spreadsheet does")
    void blankLines() {
        assertThat(read(bytes("Mobile,Name\n\n,\n1,Ada\n\n2,Bob")))
                .extracting(Line::number)
                .containsExactly(4L, 6L);
    }

    @Test
    @DisplayName("backslashes are letters")
    void backslashes() {
        assertThat(read(bytes("Mobile,Name\n1,\"a\\\"\n2,b\\\n")))
                .extracting(line -> line.cells().get(1))
                .containsExactly("a\\", "b\\");
    }

    @Test
    void whatIsNoFileOfPeopleIsRefusedWithTheReason() {
        refuses(new byte[0], "empty");
        refuses(bytes("\n\n"), "empty");
        refuses(bytes("+1 212 555 0101,Ada\n"), "name the columns");
        refuses(new byte[] {'P', 'K', 3, 4, 20, 0}, "Save it there as CSV");
        refuses(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, "Choose a CSV file");
        refuses(bytes("%PDF-1.7\n"), "Choose a CSV file");
        refuses(bytes("Mobile,Name\n1,\"never closed\n2,Bob\n"), "Line 2 has a quotation mark");
        refuses(bytes("Mobile,Name\n1,\"never closed\n" + "2,Bob\n".repeat(1000)), "Line 2 has a quotation mark");
        refuses(bytes("Mobile,Name\n" + "x".repeat(1_000_001)), "longer than any line");
        refuses(bytes(",".repeat(300) + "Mobile\n"), "more than 200 columns");
    }

    private void refuses(byte[] file, String why) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }

    private List<Line> read(byte[] file) {
        try (PeopleFile people = PeopleFile.open(write(file))) {
            List<Line> lines = new ArrayList<>();
            for (Optional<Line> line = people.read(); line.isPresent(); line = people.read()) {
                lines.add(line.get());
            }
            return lines;
        }
    }

    private Path write(byte[] content) {
        try {
            return Files.write(folder.resolve("people.csv"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
