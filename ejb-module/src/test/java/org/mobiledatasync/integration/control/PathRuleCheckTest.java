package org.mobiledatasync.integration.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.integration.entity.OptInPathRule;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;

class PathRuleCheckTest {
    private static final long WEB = 1;
    private static final long KEYWORD = 2;
    private static final long ENDED = 3;

    private static OptInPathRule rule(String heading, String value, Long path) {
        return new OptInPathRule(7L, 0, heading, value, path);
    }

    private static OptInPath path(OptInPathType type) {
        return new OptInPath(1L, type.name(), type, OffsetDateTime.parse("2026-11-24T00:00Z"));
    }

    /** The fields of the problems; the paths are found under their ids, only the first two take people in. */
    private static List<String> problems(OptInPathRule... rules) {
        OptInPath ended = path(OptInPathType.WEB);
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> PathRuleCheck.check(
                        List.of(rules),
                        Map.of(WEB, path(OptInPathType.WEB), KEYWORD, path(OptInPathType.PHONE), ENDED, ended),
                        Set.of(WEB, KEYWORD)));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::field).toList();
    }

    @Test
    @DisplayName("R4.7 several values of one column, and one value of several columns")
    void well() {
        assertThat(problems()).isEmpty();
        assertThat(problems(rule("Type", "Nurse", WEB), rule("Type", "Doctor", WEB), rule("Job", "Nurse", WEB)))
                .isEmpty();
    }

    @Test
    @DisplayName("R4.7 each rule needs a heading, a value and a path; the problem names its place")
    void missing() {
        assertThat(problems(rule("Type", "Nurse", WEB), rule(" ", null, null)))
                .containsExactly("1.heading", "1.value", "1.optInPathId");
        assertThat(problems(rule("x".repeat(256), "x", WEB))).containsExactly("0.heading");
    }

    @Test
    @DisplayName("R4.7 a rule that an earlier one hides is refused, whatever its capitals")
    void twice() {
        assertThat(problems(rule("Type", "Nurse", WEB), rule("Type", "NURSE", WEB)))
                .containsExactly("1.value");
    }

    @Test
    @DisplayName("R4.5 only through a web path that takes people in")
    void paths() {
        assertThat(problems(rule("Type", "Nurse", KEYWORD))).containsExactly("0.optInPathId");
        assertThat(problems(rule("Type", "Nurse", ENDED))).containsExactly("0.optInPathId");
        assertThat(problems(rule("Type", "Nurse", 99L))).containsExactly("0.optInPathId");
    }
}
