package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {
    private static final Object[] DETAILS = {"first detail", "second detail"};

    @ParameterizedTest
    @EnumSource(Reason.class)
    @DisplayName("R8 every reason has a sentence for people")
    void sentences(Reason reason) {
        String sentence = reason.sentence(DETAILS);

        assertThat(sentence).matches("[A-Z\"].+").doesNotContain("%");
        if (reason != Reason.REFUSED_BY_SALESFORCE) {
            assertThat(sentence).endsWith(".");
        }
    }

    @Test
    @DisplayName("R2.3 the value that can't be read stands in the message")
    void value() {
        assertThat(Reason.OPT_IN_NOT_READABLE.sentence("may%be")).contains("\"may%be\"");
        assertThat(Reason.BAD_CONTACT_ID.sentence("100%")).contains("\"100%\"");
    }
}
