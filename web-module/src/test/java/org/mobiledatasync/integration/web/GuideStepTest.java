package org.mobiledatasync.integration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuideStepTest {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.mobiledatasync.messages", Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "false, false, false, false, NEXT LATER LATER LATER LATER",
        "true, false, false, false, DONE NEXT LATER LATER LATER",
        "false, true, true, false, NEXT DONE DONE LATER LATER",
        "true, true, true, true, DONE DONE DONE DONE NEXT"
    })
    void theFirstThatIsNotDoneIsNext(
            boolean campaign, boolean integration, boolean mappings, boolean test, String states) {
        List<GuideStep> steps = GuideStep.inOrder(campaign, integration, mappings, test);

        assertThat(steps.stream().map(step -> step.state().name()).collect(Collectors.joining(" ")))
                .isEqualTo(states);
    }

    @Test
    void theStepsComeInTheOrderOfTheWork() {
        assertThat(GuideStep.inOrder()).extracting(GuideStep::name).containsExactly(GuideStep.Name.values());
    }

    @ParameterizedTest
    @EnumSource
    void everyStepHasItsWords(GuideStep.Name name) {
        assertThat(TEXTS.keySet()).contains("guide." + name, "guide." + name + ".text");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasItsWords(GuideStep.State state) {
        assertThat(TEXTS.keySet()).contains("guide.state." + state);
    }
}
