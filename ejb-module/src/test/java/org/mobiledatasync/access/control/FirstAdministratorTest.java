package org.mobiledatasync.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FirstAdministratorTest {

    @Test
    void theServerDoesNotStartWithAPasswordThatNobodyCouldChoose() {
        assertThat(FirstAdministrator.checked("demo-password")).isEqualTo("demo-password");
        assertThatThrownBy(() -> FirstAdministrator.checked("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ADMIN_PASSWORD: A password needs at least 10 characters.");
    }
}
