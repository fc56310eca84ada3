package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mobiledatasync.sync.control.Exports.HEADER;
import static org.mobiledatasync.sync.control.Exports.row;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiledatasync.sync.control.ContactRecord.Fault;

/** What becomes of the rows of an export: {@link ExportIndex} and {@link ContactRecords} together. */
class ExportRowsTest {
    private static final String ANN = "003RO0000035WQg";
    private static final String BOB = "003R000000DDMlT";
    private static final String FOOTER =
            "\n\n\"Texting: recently updated contacts\"\n\"Copyright (c) 2000-2026 salesforce.com, inc.\"\n\"Confidential\"\n";

    @TempDir
    private Path folder;

    private Exports export(String... rows) {
        return new Exports(folder, HEADER + String.join("", rows));
    }

    private static String ann(String lastName) {
        return row(ANN, lastName, "(212) 555-0123", "1", "Run");
    }

    @Test
    @DisplayName("R1.1 R1.2 R2.3 a row becomes a record: id in 18 characters, number in E.164, opt-in read")
    void oneRow() {
        ContactRecord record = export(ann(" Lee ")).contacts().get(0);

        assertThat(record.contactId()).isEqualTo(ANN + "YAM");
        assertThat(record.typedId()).isEqualTo(ANN);
        assertThat(record.phone()).isEqualTo("+12125550123");
        assertThat(record.typedPhone()).isEqualTo("(212) 555-0123");
        assertThat(record.optIn()).isEqualTo(OptInValue.TRUE);
        assertThat(record.values()).isEqualTo(Map.of("profile_last_name", "Lee"));
        assertThat(record.ruleValues()).isEqualTo(List.of(Map.of("Group", "Run")));
        assertThat(record.fault()).isNull();
        assertThat(record.mark()).isNotNull();
    }

    @Test
    @DisplayName("R9 header only: no records, no footer")
    void headerOnly() {
        Exports export = export();

        assertThat(export.contacts()).isEmpty();
        assertThat(export.index().rows()).isZero();
        assertThat(export.index().footerRows()).isZero();
    }

    @Test
    @DisplayName("R9.1 lines after the table are footer, outside the balance")
    void footer() {
        Exports export = export(ann("Lee"), FOOTER);

        assertThat(export.contacts()).hasSize(1);
        assertThat(export.index().footerRows()).isEqualTo(3);
    }

    @Test
    @DisplayName("R9.1 a line of totals is footer; one as wide as the table is a record without a Contact id")
    void totals() {
        Exports narrow = export(ann("Lee"), "\"Grand Totals (1 records)\"\n", FOOTER);
        assertThat(narrow.contacts()).hasSize(1);
        assertThat(narrow.index().footerRows()).isEqualTo(4);

        Exports wide = export(ann("Lee"), "\"Grand Totals (1 records)\",\"\",\"\",\"\",\"\",\"\"\n", FOOTER);
        assertThat(wide.contacts()).hasSize(2);
        assertThat(wide.contacts().get(1).contactId()).isNull();
        assertThat(wide.index().footerRows()).isEqualTo(3);
    }

    @Test
    @DisplayName("R9.1 a stray line within the table is no footer: it is counted as a row that can't be read")
    void strayLine() {
        Exports export = export(ann("Lee"), "\"stray\",\"line\"\n", row(BOB, "Roe", "2125550124", "0", ""), FOOTER);

        assertThat(export.index().footerRows()).isEqualTo(3);
        assertThat(export.contacts()).extracting(ContactRecord::fault).containsExactly(null, Fault.UNREADABLE, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"" + BOB + "\",\"Ro", "\"" + BOB + "\",\"Roe\"", "\"" + BOB, "\"" + BOB + "\",\"Roe\n2"})
    @DisplayName("R9 a truncated last line is one record that can't be read")
    void truncated(String last) {
        assertThat(export(ann("Lee"), last).contacts())
                .extracting(ContactRecord::fault, ContactRecord::optIn)
                .as("R4.2 an opt-in that is not there is no opt-out")
                .containsExactly(tuple(null, OptInValue.TRUE), tuple(Fault.UNREADABLE, OptInValue.UNREADABLE));
    }

    @Test
    @DisplayName("R9 a NUL byte makes its row unreadable, and no other")
    void nul() {
        List<ContactRecord> contacts =
                export(ann("L\0ee"), row(BOB, "Roe", "2125550124", "0", "")).contacts();

        assertThat(contacts).extracting(ContactRecord::fault).containsExactly(Fault.UNREADABLE, null);
        assertThat(contacts.get(0).contactId()).isEqualTo(ANN + "YAM");
        assertThat(contacts.get(0).mark()).isNull();
        assertThat(contacts.get(0).optIn())
                .as("R4.2 every cell is in its place")
                .isEqualTo(OptInValue.TRUE);
    }

    @ParameterizedTest
    @CsvSource({"70130000001tcyI", "001R00000064wc7IAA", "003RO0000035WQgYAX", "''", "Total"})
    @DisplayName("R1.2 a row with the id of another object, or none, has no Contact id; the id as typed is kept")
    void foreignIds(String id) {
        ContactRecord record =
                export(row(id, "Lee", "2125550123", "1", "")).contacts().get(0);

        assertThat(record.contactId()).isNull();
        assertThat(record.typedId()).isEqualTo(id);
    }

    @Test
    @DisplayName("R1.7 rows of one contact fold when they agree, in 15 and in 18 characters")
    void fold() {
        Exports export = export(
                row(ANN, "Lee", "2125550123", "1", "Run"),
                row(BOB, "Roe", "2125550124", "0", ""),
                row(ANN + "YAM", "Lee", "2125550123", "true", "Bike"));

        assertThat(export.contacts()).hasSize(2);
        ContactRecord ann = export.contacts().get(0);
        assertThat(ann.fault()).isNull();
        assertThat(ann.ruleValues()).containsExactly(Map.of("Group", "Run"), Map.of("Group", "Bike"));
        assertThat(export.sharing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Low, 2125550123, 1, TRUE", "Lee, 2125550199, 1, TRUE", "Lee, 2125550123, 0, UNREADABLE"})
    @DisplayName("R1.7 rows that disagree in a mapped field contradict each other; their opt-in counts if it is one")
    void contradict(String lastName, String phone, String optIn, OptInValue taken) {
        List<ContactRecord> contacts = export(
                        row(ANN, "Lee", "2125550123", "1", ""), row(ANN, lastName, phone, optIn, ""))
                .contacts();

        assertThat(contacts).hasSize(1);
        assertThat(contacts.get(0).fault()).isEqualTo(Fault.CONTRADICTING);
        assertThat(contacts.get(0).optIn()).isEqualTo(taken);
        assertThat(contacts.get(0).mark()).isNull();
    }

    @Test
    @DisplayName("R1.5 a number that two contacts share is known for every one of them")
    void sharedNumber() {
        Exports export = export(ann("Lee"), row(BOB, "Roe", "+1 212.555.0123", "0", ""));

        assertThat(export.sharing()).containsExactlyInAnyOrder(ANN + "YAM", BOB + "IAX");
    }

    @Test
    @DisplayName("R8 a row is known again, in whatever order its contact's rows come, and not when anything changed")
    void marks() {
        String run = row(ANN, "Lee", "2125550123", "1", "Run");
        String bike = row(ANN, "Lee", "2125550123", "1", "Bike");
        String mark = export(run, bike).contacts().get(0).mark();

        assertThat(export(bike, run).contacts().get(0).mark()).isEqualTo(mark);
        assertThat(export(run).contacts().get(0).mark()).isNotEqualTo(mark);
        assertThat(export(run.replace("Run", "Swim"), bike).contacts().get(0).mark())
                .isNotEqualTo(mark);
        assertThat(export(run.replace("Lee", "Low"), bike.replace("Lee", "Low"))
                        .contacts()
                        .get(0)
                        .mark())
                .isNotEqualTo(mark);
    }

    @Test
    @DisplayName("R3.9 a value that Salesforce took from us is no change of theirs; the opt-in is not part of the mark")
    void markWithTaken() {
        ContactRecord before = export(ann("Lee")).contacts().get(0);
        ContactRecord after = export(ann("Low")).contacts().get(0);
        ContactRecord optedOut =
                export(ann("Lee").replace("\"1\"", "\"0\"")).contacts().get(0);

        assertThat(before.markWith(Map.of("profile_last_name", "Low"))).isEqualTo(after.mark());
        assertThat(optedOut.mark()).isEqualTo(before.mark());
    }

    @Test
    @DisplayName("R9 ten megabytes in a field are read, and shown in short")
    void bigField() {
        String big = "9".repeat(10_000_000);
        ContactRecord record = export(row(ANN, big, big, big, "")).contacts().get(0);

        assertThat(record.values()).isEqualTo(Map.of("profile_last_name", big));
        assertThat(record.phone()).isNull();
        assertThat(record.optIn()).isEqualTo(OptInValue.UNREADABLE);
        assertThat(record.typedPhone()).hasSizeLessThan(200);
        assertThat(record.typedOptIn()).hasSizeLessThan(200);
    }
}
