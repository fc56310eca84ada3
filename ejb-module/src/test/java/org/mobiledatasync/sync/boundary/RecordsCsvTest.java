package org.mobiledatasync.sync.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RecordOutcome;
import org.mobiledatasync.sync.entity.Side;

class RecordsCsvTest {

    @Test
    @DisplayName("R8.3 a cell that a spreadsheet would run as a formula is led by an apostrophe")
    void formulasAreDefused() throws IOException {
        assertThat(written(List.of(record("=cmd()", "O\"Neil")))).contains("\"'=cmd()\",\"O\"\"Neil\"");
    }

    @Test
    void allPagesAreWrittenUntilAnEmptyOne() throws IOException {
        assertThat(written(List.of(record("Ana", "A")), List.of(record("Ben", "B")))
                        .split("\r\n"))
                .hasSize(3);
    }

    @Test
    @DisplayName("R8.3 the old and the new value of each field that changed stand in the row")
    void changesStandInTheRow() throws IOException {
        RecordOutcome record = record("Ana", "A")
                .withChanges(FieldChange.toJson(List.of(
                        new FieldChange("first_name", Side.PROFILE, "Anna", "Ana"),
                        new FieldChange("email", Side.CONTACT, null, "ana@example.org"))));
        assertThat(written(List.of(record)))
                .contains("\"first_name of PROFILE: \"\"Anna\"\" -> \"\"Ana\"\"; "
                        + "email of CONTACT: nothing -> \"\"ana@example.org\"\"\"");
    }

    private static RecordOutcome record(String firstName, String lastName) {
        return new RecordOutcome(1L, "key", Outcome.NO_IMPORT, "NO_PHONE", "No number.", OffsetDateTime.MAX)
                .of(null, firstName, lastName, null, null);
    }

    @SafeVarargs
    private static String written(List<RecordOutcome>... pages) throws IOException {
        StringWriter out = new StringWriter();
        RecordsCsv.write(out, page -> page < pages.length ? pages[page] : List.of());
        return out.toString();
    }
}
