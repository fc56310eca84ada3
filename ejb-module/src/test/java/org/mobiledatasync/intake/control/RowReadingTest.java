package org.mobiledatasync.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.intake.entity.ImportPlan;
import org.mobiledatasync.profile.entity.ProfileField;

class RowReadingTest {
    private static final List<String> HEADINGS = List.of("Cell", "Name", "Mail", "Shirt", "Notes");

    @Test
    @DisplayName("R1.1 a number in any form is read; blanks are no values; columns that are left out are not read")
    void aLineIsRead() {
        RowReading row = read("(212) 555-0101 ", " Ada ", "  ", "M", "=secret");
        assertThat(row.refusal()).isNull();
        assertThat(row.phone()).contains("+12125550101");
        assertThat(row.fields()).isEqualTo(Map.of(ProfileField.FIRST_NAME, "Ada"));
        assertThat(row.customFields()).isEqualTo(Map.of("Shirt", "M"));
    }

    @Test
    @DisplayName("a file that we wrote comes back: the apostrophe before a formula is taken off")
    void apostrophes() {
        assertThat(read("'+12125550101", "'=Ada", "", "'s", "").fields())
                .containsEntry(ProfileField.FIRST_NAME, "=Ada");
        assertThat(read("'+12125550101", "", "", "'s", "").customFields()).containsEntry("Shirt", "'s");
    }

    @Test
    void whatCannotBeTakenIsRefusedWithTheReason() {
        assertThat(read("", "Ada").refusal()).contains("no mobile number");
        assertThat(read("2.12555E+9", "Ada").refusal()).contains("\"2.12555E+9\" is not a mobile number");
        assertThat(read("212 555 0101", "Ada", "ada").refusal())
                .contains("Mail, \"ada\"")
                .contains("e-mail address");
        assertThat(read("212 555 0101", "x\0y").refusal())
                .contains("cannot be stored")
                .doesNotContain("\0");
        assertThat(read("212 555 0101", "x".repeat(300)).refusal()).contains("up to 255 characters");
        assertThat(read("212 555 0101", "Ada", "", "", "", "more").refusal()).contains("more cells");
        assertThat(read("212 555 0101", "Ada", "", "", "", " ").refusal()).isNull();
    }

    private static RowReading read(String... cells) {
        ImportPlan plan = new ImportPlan();
        plan.setRegion("US");
        plan.setFields(List.of(
                ImportPlan.PHONE,
                ProfileField.FIRST_NAME.key(),
                ProfileField.EMAIL.key(),
                ImportPlan.CUSTOM,
                ImportPlan.LEFT_OUT));
        return RowReading.of(HEADINGS, plan, List.of(cells));
    }
}
