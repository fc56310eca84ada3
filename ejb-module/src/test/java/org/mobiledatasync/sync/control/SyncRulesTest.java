package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.sync.control.SyncRules.Path;
import org.mobiledatasync.sync.control.SyncRules.PathRule;

class SyncRulesTest {
    private static final Path RUNNERS = new Path(1L, 10L, false);
    private static final Path CYCLISTS = new Path(2L, 20L, false);
    private static final Path EVERYBODY = new Path(3L, 30L, false);

    private static SyncRules with(Path path) {
        return new SyncRules(
                SyncType.CONSERVATIVE,
                List.of(),
                path,
                List.of(new PathRule("Group", "Run", RUNNERS), new PathRule("Group", "Bike", CYCLISTS)),
                People.TONIGHT);
    }

    @ParameterizedTest
    @CsvSource({"Run, 1", "RUN, 1", "Bike, 2", "Swim, 3", "'', 3", "Running, 3"})
    @DisplayName("R4.7 the first rule that matches, without case; otherwise the default path")
    void oneRow(String group, Long path) {
        assertThat(with(EVERYBODY).pathFor(List.of(Map.of("Group", group))))
                .map(Path::id)
                .contains(path);
    }

    @Test
    @DisplayName("R4.7 the order of the rules decides, not the order of the rows")
    void orderOfRules() {
        assertThat(with(EVERYBODY).pathFor(List.of(Map.of("Group", "Bike"), Map.of("Group", "Run"))))
                .contains(RUNNERS);
    }

    @Test
    @DisplayName("R1.7 a rule matches if any row of the contact matches")
    void anyRow() {
        assertThat(with(EVERYBODY).pathFor(List.of(Map.of("Group", ""), Map.of("Group", "Bike"))))
                .contains(CYCLISTS);
    }

    @Test
    @DisplayName("R4.5 without a default path, and without a matching rule, nobody is subscribed")
    void noPath() {
        assertThat(with(null).pathFor(List.of(Map.of("Group", "Swim")))).isEmpty();
        assertThat(with(null).pathFor(List.of(Map.of()))).isEmpty();
        assertThat(with(null).pathFor(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONSERVATIVE, TRUE, true",
        "CONSERVATIVE, FALSE, false",
        "CONSERVATIVE, UNREADABLE, false",
        "LIBERAL, TRUE, true",
        "LIBERAL, FALSE, true"
    })
    @DisplayName("R2.1 R2.2 whose rows take part")
    void takes(SyncType type, OptInValue optIn, boolean taken) {
        assertThat(People.rules(type, null).takes(People.contact(optIn, Map.of())))
                .isEqualTo(taken);
    }
}
