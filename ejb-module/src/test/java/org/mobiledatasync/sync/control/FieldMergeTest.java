package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.integration.entity.OnConflict;

class FieldMergeTest {
    private static final String CITY = "address_city";

    /** An empty cell of the tables is an empty value; "-" for the base means that there is no base at all. */
    private static FieldMerge merge(MergeField field, String base, String profile, String contact) {
        return FieldMerge.of(
                List.of(field),
                "-".equals(base) ? null : values(field, base),
                values(field, profile),
                values(field, contact));
    }

    private static Map<String, String> values(MergeField field, String value) {
        return value == null ? Map.of() : Map.of(field.key(), value);
    }

    @ParameterizedTest(name = "base {0}, profile {1}, contact {2}: to profile {3}, to contact {4}, base {5}")
    @CsvSource({
        // R3.2 both sides hold the same
        "Rome, Rome,  Rome,   ,      ,     Rome",
        "Rome, Paris, Paris,  ,      ,     Paris",
        "-,    Rome,  Rome,   ,      ,     Rome",
        ",     Rome,  Rome,   ,      ,     Rome",
        "Rome, ,      ,       ,      ,     ",
        ",     ,      ,       ,      ,     ",
        "-,    ,      ,       ,      ,     ",
        // R3.3 only the contact changed
        "Rome, Rome,  Paris,  Paris, ,     Paris",
        "Rome, ,      Paris,  Paris, ,     Paris",
        // R3.4 only the profile changed
        "Rome, Paris, Rome,   ,      Paris, Paris",
        "Rome, Paris, ,       ,      Paris, Paris",
        // R3.1 empty never erases
        "Rome, Rome,  ,       ,      ,      Rome",
        "Rome, ,      Rome,   ,      ,      Rome",
        // R3.5 first link: an empty side is filled
        "-,    Rome,  ,       ,      Rome,  Rome",
        "-,    ,      Rome,   Rome,  ,      Rome",
        ",     Rome,  ,       ,      Rome,  Rome",
        ",     ,      Rome,   Rome,  ,      Rome"
    })
    @DisplayName("R3.1 to R3.5 what moves where, and what both agree on then")
    void table(String base, String profile, String contact, String toProfile, String toContact, String agreed) {
        MergeField city = People.field(CITY);
        FieldMerge merge = merge(city, base, profile, contact);

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.toProfile()).isEqualTo(values(city, toProfile));
        assertThat(merge.toContact()).isEqualTo(values(city, toContact));
        assertThat(merge.agreed()).isEqualTo(values(city, agreed));
        assertThat(merge.isNothing()).isEqualTo(toProfile == null && toContact == null);
    }

    @ParameterizedTest
    @CsvSource({"Rome, Paris, Oslo", "-, Paris, Oslo", ", Paris, Oslo"})
    @DisplayName("R3.5 both changed and differ, or differ on the first link: a conflict, with both values")
    void conflict(String base, String profile, String contact) {
        FieldMerge merge = merge(People.field(CITY), base, profile, contact);

        assertThat(merge.isConflict()).isTrue();
        assertThat(merge.conflicts())
                .containsExactly(new FieldMerge.Conflict(CITY, "-".equals(base) ? null : base, profile, contact));
        assertThat(merge.isNothing()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SALESFORCE, Oslo, ", "MOBILE, , Paris"})
    @DisplayName("R3.6 an administrator may choose who wins")
    void policies(OnConflict onConflict, String toProfile, String toContact) {
        MergeField city = People.field(CITY, onConflict);
        FieldMerge merge = merge(city, "Rome", "Paris", "Oslo");

        assertThat(merge.isConflict()).isFalse();
        assertThat(merge.toProfile()).isEqualTo(values(city, toProfile));
        assertThat(merge.toContact()).isEqualTo(values(city, toContact));
    }

    @Test
    @DisplayName("R3.6 with any conflict the whole record is left alone, its base too")
    void wholeRecord() {
        Map<String, String> base = Map.of(CITY, "Rome", People.LAST, "Doe");
        FieldMerge merge = FieldMerge.of(
                List.of(People.field(CITY), People.field(People.FIRST), People.field(People.LAST)),
                base,
                Map.of(CITY, "Paris", People.FIRST, "Ann", People.LAST, "Roe"),
                Map.of(CITY, "Oslo", People.LAST, "Doe"));

        assertThat(merge.toProfile()).isEmpty();
        assertThat(merge.toContact()).isEmpty();
        assertThat(merge.agreed()).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({
        "profile_email, A@example.org, a@example.org, true",
        "profile_last_name, Ann, ANN, false",
        "address_street_1, '1 Elm\r\nApt 2', '1 Elm\nApt 2', true",
        "address_street_1, '1 Elm\rApt 2', '1 Elm\nApt 2', true",
        "address_street_1, '1 Elm Apt 2', '1 Elm\nApt 2', false"
    })
    @DisplayName("R3 e-mail is compared without case; how a line ends is no difference")
    void likeness(String key, String one, String other, boolean same) {
        assertThat(People.field(key).same(one, other)).isEqualTo(same);
    }

    @Test
    @DisplayName("R3 an e-mail address that only changed its case moves nowhere")
    void emailCase() {
        FieldMerge merge = merge(People.field(People.EMAIL), "a@example.org", "A@example.org", "a@EXAMPLE.org");

        assertThat(merge.isNothing()).isTrue();
    }

    @Test
    @DisplayName("S11 a field without an API name is pulled, never pushed, and not taken for agreed")
    void notPushed() {
        MergeField city = new MergeField(CITY, false, false, OnConflict.MOBILE);

        assertThat(merge(city, "Rome", "Paris", "Rome").toContact()).isEmpty();
        assertThat(merge(city, "Rome", "Paris", "Rome").agreed()).isEqualTo(Map.of(CITY, "Rome"));
        assertThat(merge(city, "Rome", "Rome", "Oslo").toProfile()).isEqualTo(Map.of(CITY, "Oslo"));
    }

    @Test
    @DisplayName("S11 fields that the source does not carry are left alone, and keep their base")
    void notCarried() {
        FieldMerge merge = FieldMerge.of(
                List.of(People.field(CITY)), Map.of(People.LAST, "Doe"), Map.of(People.LAST, "Roe"), new TreeMap<>());

        assertThat(merge.isNothing()).isTrue();
        assertThat(merge.agreed()).isEqualTo(Map.of(People.LAST, "Doe"));
    }
}
