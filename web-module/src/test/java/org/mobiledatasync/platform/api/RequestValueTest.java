package org.mobiledatasync.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ProcessingException;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.messaging.entity.MessageState;

class RequestValueTest {

    @Test
    void numbersAreRead() {
        assertThat(RequestValue.id("id", "12")).isEqualTo(12);
        assertThat(RequestValue.optionalId("profileId", "12")).isEqualTo(12L);
        assertThat(RequestValue.optionalId("profileId", null)).isNull();
        assertThat(RequestValue.optionalId("profileId", " ")).isNull();
    }

    @Test
    void constantsAreReadInAnyCase() {
        assertThat(RequestValue.constant("state", " queued ", MessageState.class, null))
                .isEqualTo(MessageState.QUEUED);
        assertThat(RequestValue.constant("state", "", MessageState.class, MessageState.SENT))
                .isEqualTo(MessageState.SENT);
        assertThat(RequestValue.constant("state", null, MessageState.class, null))
                .isNull();
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertRefused("id", () -> RequestValue.id("id", "12a"));
        assertRefused("id", () -> RequestValue.id("id", null));
        assertRefused("profileId", () -> RequestValue.optionalId("profileId", "99999999999999999999"));
        assertRefused("state", () -> RequestValue.constant("state", "LOST", MessageState.class, null));
        assertRefused("version", () -> RequestValue.required("version", null));
        assertRefused("body", () -> RequestValue.body(null));
        assertRefused("fields", () -> RequestValue.list("fields", null));
        assertRefused("fields", () -> RequestValue.list("fields", Arrays.asList("x", null)));
        assertRefused("body", () -> RequestValue.list(null));
        assertRefused("body", () -> RequestValue.list(Arrays.asList("a", null)));
    }

    private static void assertRefused(String field, ThrowingCallable work) {
        assertThatThrownBy(work).satisfies(fault -> {
            var problem = FaultMapper.problem(new ProcessingException(fault));
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
        });
    }
}
