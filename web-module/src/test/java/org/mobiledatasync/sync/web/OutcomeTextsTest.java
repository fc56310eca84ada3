package org.mobiledatasync.sync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.RunState;

class OutcomeTextsTest {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.mobiledatasync.messages", Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void everyClassHasItsWordsAndItsMeaning(Outcome outcome) {
        assertThat(TEXTS.keySet()).contains("outcome." + outcome, "outcome." + outcome + ".text");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateOfARunHasItsWords(RunState state) {
        assertThat(TEXTS.keySet()).contains("run.state." + state);
    }
}
