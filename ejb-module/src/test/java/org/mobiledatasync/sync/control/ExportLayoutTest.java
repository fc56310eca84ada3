package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;

class ExportLayoutTest {
    private static final List<FieldMapping> MAPPINGS = Exports.MAPPINGS;

    private static ExportLayout of(String... header) {
        return ExportLayout.of(List.of(header), MAPPINGS, List.of("Group"));
    }

    @Test
    @DisplayName("S11 the columns are found by their headings, in any order, with others between them")
    void anyOrder() {
        ExportLayout layout = of("Notes", "Group", "Mobile", " Opt In ", "Last Name", "Contact ID");

        assertThat(layout.width()).isEqualTo(6);
        assertThat(layout.contactId()).isEqualTo(5);
        assertThat(layout.phone()).isEqualTo(2);
        assertThat(layout.optIn()).isEqualTo(3);
        assertThat(layout.fields()).isEqualTo(Map.of("profile_last_name", 4));
        assertThat(layout.ruleColumns()).isEqualTo(Map.of("Group", 1));
    }

    @Test
    @DisplayName("S13 a missing or renamed heading fails the whole sync, and the message names it and what is there")
    void missing() {
        assertThatThrownBy(() -> of("Contact ID", "Nachname", "Mobil", "Opt In", "Group"))
                .isInstanceOfSatisfying(
                        SalesforceFault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.NOT_THE_EXPORT))
                .hasMessageContaining("no column \"Mobile\", \"Last Name\"")
                .hasMessageContaining("\"Nachname\"");
    }

    @Test
    @DisplayName("R4.7 the column of an opt-in path rule has to be there, too")
    void missingRuleColumn() {
        assertThatThrownBy(() -> of("Contact ID", "Last Name", "Mobile", "Opt In"))
                .isInstanceOfSatisfying(SalesforceFault.class, fault -> assertThat(fault.code())
                        .isEqualTo(FaultCode.PATH_RULE_WITHOUT_COLUMN))
                .hasMessageContaining("no column \"Group\"");
    }

    @Test
    @DisplayName("R4.7 a rule may name its column by the API field name of a mapping that has a heading")
    void ruleByApiName() {
        FieldMapping mapped = new FieldMapping(1L, "member_type", "Member_Type__c", "Member Type");
        List<FieldMapping> mappings = new ArrayList<>(MAPPINGS);
        mappings.add(mapped);

        ExportLayout layout = ExportLayout.of(
                List.of("Contact ID", "Last Name", "Mobile", "Opt In", "Member Type"),
                mappings,
                List.of("member_type__C"));

        assertThat(layout.ruleColumns()).isEqualTo(Map.of("member_type__C", 4));
    }

    @Test
    @DisplayName("R9 a mapped heading that stands there twice fails the sync; any other may")
    void twice() {
        assertThatThrownBy(() -> of("Contact ID", "Last Name", "Mobile", "Opt In", "Group", "Mobile"))
                .hasMessageContaining("more than one column \"Mobile\"");
        assertThat(of("Contact ID", "Last Name", "Mobile", "Opt In", "Group", "Notes", "Notes")
                        .width())
                .isEqualTo(7);
    }

    @Test
    @DisplayName("phone, opt-in and Constituent ID each need a heading")
    void vitalMappings() {
        assertThatThrownBy(() -> ExportLayout.of(List.of("Contact ID"), MAPPINGS.subList(0, 1), List.of()))
                .hasMessageContaining("each need a CSV heading");
    }

    @Test
    @DisplayName("R9 a page in place of the export is quoted in short")
    void page() {
        assertThatThrownBy(() -> of("<html>" + "x".repeat(1_000)))
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(600));
    }

    @Test
    @DisplayName("R9 a message holds no character that a database refuses, whatever the headings hold")
    void controlCharacters() {
        assertThatThrownBy(() -> of("Contact ID", "Last Name", "Mo\0bile", "Opt\nIn", "Group"))
                .hasMessageContaining("its columns are \"Contact ID\", \"Last Name\", \"Mo?bile\", \"Opt?In\"");
    }

    @Test
    @DisplayName("R8 columns that no mapping looks at, also those of rules, tell whether the row changed")
    void unused() {
        ExportLayout layout = of("Contact ID", "Last Name", "Mobile", "Opt In", "Group", "Notes");

        assertThat(List.of(0, 1, 2, 3, 4, 5).stream().filter(layout::isUnused)).containsExactly(4, 5);
    }
}
