package org.mobiledatasync.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnGuessTest {

    @Test
    void headingsOfSpreadsheetsAreKnown() {
        assertThat(ColumnGuess.of(List.of("Phone", "First Name", "LAST_NAME", "E-mail", "Shirt size", "Mobile Phone")))
                .containsExactly("", "profile_first_name", "profile_last_name", "profile_email", "", "phone_number");
    }

    @Test
    void headingsInSpanishAreKnown() {
        assertThat(ColumnGuess.of(
                        List.of("Teléfono móvil", "Nombre", "Apellidos", "Correo electrónico", "Código postal")))
                .containsExactly(
                        "phone_number",
                        "profile_first_name",
                        "profile_last_name",
                        "profile_email",
                        "address_postal_code");
    }

    @Test
    void noFieldIsGuessedTwiceAndBlankHeadingsAreNothing() {
        assertThat(ColumnGuess.of(List.of("mobile", "mobile", "", "state")))
                .containsExactly("phone_number", "", "", "state");
    }
}
