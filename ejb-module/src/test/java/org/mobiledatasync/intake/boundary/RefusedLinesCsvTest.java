package org.mobiledatasync.intake.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.intake.entity.ImportRow;
import org.mobiledatasync.intake.entity.RowConsent;
import org.mobiledatasync.intake.entity.RowOutcome;

class RefusedLinesCsvTest {

    @Test
    @DisplayName("R8.3 each line with its reason; nothing in it is run as a formula")
    void refusedLines() throws IOException {
        ImportRow refused = new ImportRow(1L, 2, List.of("=cmd()", "a \"b\", c"), NOW);
        refused.decide(null, RowOutcome.REFUSED, "\"=cmd()\" is not a mobile number.", null);
        ImportRow stopped = new ImportRow(1L, 7, List.of("+12125550101", ""), NOW);
        stopped.decide("+12125550101", RowOutcome.UNCHANGED, null, RowConsent.BLOCKED);
        StringWriter out = new StringWriter();

        RefusedLinesCsv.write(
                out, List.of("Mobile", "Note"), after -> after == 0 ? List.of(refused, stopped) : List.of());

        assertThat(out.toString().lines())
                .containsExactly(
                        "\uFEFF\"Reason\",\"Line\",\"Mobile\",\"Note\"",
                        "\"\"\"=cmd()\"\" is not a mobile number.\",\"2\",\"'=cmd()\",\"a \"\"b\"\", c\"",
                        "\"This person said STOP and was not subscribed.\",\"7\",\"'+12125550101\",\"\"");
    }
}
