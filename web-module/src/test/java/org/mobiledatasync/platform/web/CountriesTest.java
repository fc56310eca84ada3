package org.mobiledatasync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.model.SelectItem;
import org.junit.jupiter.api.Test;

class CountriesTest {

    @Test
    void namesWithMarksStandAmongTheOthersOfTheirLetter() {
        assertThat(new Countries(new Texts()).getAll())
                .extracting(SelectItem::getLabel)
                .containsSubsequence("Afghanistan (AF)", "\u00c5land Islands (AX)", "Albania (AL)", "Zimbabwe (ZW)");
    }
}
