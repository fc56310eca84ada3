package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.sync.entity.Outcome;

/** A whole classic export, decided record by record: first into an empty system, then once more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportClassicTest {
    private static final long RECORDS = 2_000;

    private ExportLayout layout;
    private ExportIndex index;
    private List<ContactRecord> contacts;
    private final Set<ContactRecord> sharing = new HashSet<>();
    private int severalRows;

    @BeforeAll
    void read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report-classic.csv");
        try (InputStream export = getClass().getResourceAsStream("/report-classic.csv")) {
            Files.copy(export, file);
        }
        try (ExportReader reader = new ExportReader(file)) {
            layout = ExportLayout.of(reader.header(), mappings(), List.of("Group"));
        }
        ContactRecords records = new ContactRecords(layout, "US");
        index = ExportIndex.of(file, records, () -> {});
        contacts = contacts(records);
    }

    private static List<FieldMapping> mappings() {
        Map<String, String> headings = new TreeMap<>(Map.of(
                FieldMapping.CONSTITUENT_ID,
                "Contact ID",
                FieldMapping.PHONE,
                "Mobile",
                FieldMapping.OPT_IN,
                "Mobile Subscriber",
                "profile_first_name",
                "First Name",
                "profile_last_name",
                "Last Name",
                "profile_email",
                "Email",
                "address_street_1",
                "Mailing Street",
                "address_city",
                "Mailing City",
                "state",
                "Mailing State/Province"));
        headings.put("address_postal_code", "Mailing Zip/Postal Code");
        headings.put("address_country", "Mailing Country");
        return headings.entrySet().stream()
                .map(entry -> new FieldMapping(1L, entry.getKey(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private SyncRules rules(SyncType type, SyncRules.Path path) {
        List<MergeField> fields = layout.fields().keySet().stream()
                .map(key -> new MergeField(key, true, false, OnConflict.ASK))
                .toList();
        return new SyncRules(type, fields, path, List.of(), People.TONIGHT);
    }

    /** One record each, as a run of the nightly sync reads them. */
    private List<ContactRecord> contacts(ContactRecords records) {
        List<ContactRecord> contacts = new ArrayList<>();
        for (long number = 0; number < index.tableEnd(); number++) {
            if (index.isToDecide(number)) {
                ExportRow row = index.row(number);
                List<ExportRow> rows = index.rowsOf(row);
                ContactRecord contact = records.of(rows, index.phone(row));
                contacts.add(contact);
                if (index.isShared(row)) {
                    sharing.add(contact);
                }
                severalRows += rows.size() > 1 ? 1 : 0;
            }
        }
        return contacts;
    }

    private RecordEffects decide(SyncRules rules, ContactRecord contact, KnownProfile pair) {
        return RecordDecision.decide(
                rules, contact, new RecordDecision.Surroundings(pair, pair, sharing.contains(contact), false));
    }

    private Map<String, Long> reasons(SyncRules rules) {
        return contacts.stream()
                .map(contact -> decide(rules, contact, null))
                .collect(Collectors.groupingBy(
                        effects -> effects.outcome() + " " + effects.reason(), TreeMap::new, Collectors.counting()));
    }

    @Test
    @DisplayName("R9.1 five lines after the table are footer; five rows repeat a contact")
    void rows() {
        assertThat(index.rows()).isEqualTo(2_005 + 5);
        assertThat(index.footerRows()).isEqualTo(5);
        assertThat(severalRows).isEqualTo(5);
        assertThat(contacts).hasSize((int) RECORDS);
    }

    @ParameterizedTest
    @CsvSource({"CONSERVATIVE, true", "CONSERVATIVE, false", "LIBERAL, true", "LIBERAL, false"})
    @DisplayName("R2 R8 the first import into an empty system ends as counted by an independent program")
    void firstImport(SyncType type, boolean withPath) {
        Map<String, Long> expected = new TreeMap<>(Map.of(
                "SKIPPED_MEMBERS SHARED_NUMBER", 16L,
                "NO_IMPORT NO_PHONE", 60L,
                "NO_IMPORT NOT_A_MOBILE_NUMBER", 31L,
                "NO_IMPORT OPT_IN_NOT_READABLE", 2L,
                "NO_IMPORT BAD_CONTACT_ID", 2L));
        expected.put("PROFILE_CREATED CREATED", type == SyncType.LIBERAL ? 1_889L : 821L);
        if (type == SyncType.CONSERVATIVE) {
            expected.put("NO_IMPORT NOT_OPTED_IN", 1_068L);
        }

        Map<String, Long> reasons = reasons(rules(type, withPath ? People.PATH : null));

        assertThat(reasons).isEqualTo(expected);
        assertThat(reasons.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(RECORDS);
    }

    @ParameterizedTest
    @CsvSource({"CONSERVATIVE, true", "CONSERVATIVE, false", "LIBERAL, true", "LIBERAL, false"})
    @DisplayName("R4.5 whoever is created is subscribed through the path, and nobody else is")
    void subscribed(SyncType type, boolean withPath) {
        SyncRules rules = rules(type, withPath ? People.PATH : null);

        for (ContactRecord contact : contacts) {
            RecordEffects effects = decide(rules, contact, null);
            assertThat(effects.act() == ConsentMerge.Act.SUBSCRIBE).isEqualTo(withPath && effects.creates());
        }
    }

    @ParameterizedTest
    @CsvSource({"CONSERVATIVE, true", "CONSERVATIVE, false", "LIBERAL, true", "LIBERAL, false"})
    @DisplayName("the same file again: whoever was created has no new changes, and nothing is written")
    void again(SyncType type, boolean withPath) {
        SyncRules rules = rules(type, withPath ? People.PATH : null);
        Map<String, KnownProfile> created = new HashMap<>();
        for (ContactRecord contact : contacts) {
            RecordEffects effects = decide(rules, contact, null);
            if (effects.creates()) {
                KnownSystem system = new KnownSystem(contact, People.NOBODY);
                system.apply(effects);
                created.put(contact.contactId(), system.around().linked());
            }
        }

        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (ContactRecord contact : contacts) {
            KnownProfile pair = created.get(contact.contactId());
            RecordEffects effects = decide(rules, contact, pair);
            if (pair != null) {
                assertThat(effects.isIdle()).isTrue();
                assertThat(effects.reason()).isEqualTo(Reason.SAME_AS_BEFORE);
                outcomes.merge(effects.outcome(), 1L, Long::sum);
            } else {
                assertThat(effects.creates()).isFalse();
            }
        }

        assertThat(outcomes).isEqualTo(Map.of(Outcome.NO_NEW_CHANGES, type == SyncType.LIBERAL ? 1_889L : 821L));
    }
}
