package org.mobiledatasync.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

    @Test
    void thePartOfTheListIsKnown() {
        var second = new PageRequest("1", "20");
        assertThat(second.first()).isEqualTo(20);
        assertThat(second.answer(List.of("x"), 21)).isEqualTo(new Page<>(List.of("x"), 1, 20, 21));
        assertThat(new PageRequest(null, " ").answer(List.of(), 0)).isEqualTo(new Page<>(List.of(), 0, 50, 0));
        assertThat(new PageRequest("2000000", "500").first()).isEqualTo(1_000_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 50, 422, page",
        "100000000, 500, 422, page",
        "2147483647, 2, 422, page",
        "0, 0, 422, size",
        "0, 501, 422, size",
        "abc, 50, 400, page",
        "99999999999, 50, 400, page",
        "0, 1.5, 400, size"
    })
    void whatIsNoPartOfAListIsRefusedWithItsField(String page, String size, int status, String field) {
        assertThatThrownBy(() -> new PageRequest(page, size).first()).satisfies(fault -> {
            var problem = FaultMapper.problem(fault);
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
        });
    }
}
