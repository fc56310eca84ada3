package org.mobiledatasync.sync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.sync.entity.FieldChange;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.Side;

class SideEffectTest {
    private static final List<FieldChange> CITY_THERE =
            List.of(new FieldChange("address_city", Side.CONTACT, "Ames", "Boone"));

    @Test
    void theClassTellsWhatHappenedOnItsSide() {
        assertThat(SideEffect.of(Side.PROFILE, Outcome.OPTED_OUT_CRM, List.of()))
                .isEqualTo(SideEffect.OPTED_OUT);
        assertThat(SideEffect.of(Side.CONTACT, Outcome.OPTED_OUT_CRM, List.of()))
                .isEqualTo(SideEffect.NONE);
    }

    @Test
    @DisplayName("R8.2 what a record did beside its class shows on the side where it happened")
    void changesOfTheOtherSideShowThere() {
        assertThat(SideEffect.of(Side.CONTACT, Outcome.OPTED_IN_CRM, CITY_THERE))
                .isEqualTo(SideEffect.UPDATED);
    }

    @Test
    @DisplayName("R3.6 a record in conflict is left alone, though its details list both values")
    void aConflictChangesNothing() {
        assertThat(SideEffect.of(Side.CONTACT, Outcome.FIELD_CONFLICT, CITY_THERE))
                .isEqualTo(SideEffect.NONE);
    }
}
