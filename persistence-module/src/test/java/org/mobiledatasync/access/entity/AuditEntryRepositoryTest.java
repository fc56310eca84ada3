package org.mobiledatasync.access.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;

class AuditEntryRepositoryTest extends DatabaseTest {

    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 0, ZoneOffset.UTC);

    private AuditEntryRepository log;

    @BeforeEach
    void makeRepository() {
        log = new AuditEntryRepository(em);
    }

    @Test
    void anEntryKeepsWhatChanged() {
        var changes = List.of(new AuditChange("Role", "Viewer", "Operator"), AuditChange.ofSecret("Password"));
        add(new AuditEntry(NOW, "ada", AuditAction.CHANGED, "User", "bob", changes));

        var entry = log.find(null, 0, 10).get(0);

        assertThat(entry.getChanges()).isEqualTo(changes);
        assertThat(entry.getAt()).isEqualTo(NOW);
        assertThat(entry.getAction()).isEqualTo(AuditAction.CHANGED);
    }

    @Test
    void entriesComeNewestFirstPageByPageAndByKind() {
        for (int i = 0; i < 5; i++) {
            var kind = i % 2 == 0 ? "User" : "Integration";
            add(new AuditEntry(NOW.plusMinutes(i), "ada", AuditAction.CREATED, kind, "s" + i, List.of()));
        }

        assertThat(log.find(null, 1, 2)).extracting(AuditEntry::getSubject).containsExactly("s3", "s2");
        assertThat(log.find("User", 0, 10)).extracting(AuditEntry::getSubject).containsExactly("s4", "s2", "s0");
        assertThat(log.count("User")).isEqualTo(3);
        assertThat(log.count(null)).isEqualTo(5);
        assertThat(log.findKinds()).containsExactly("Integration", "User");
    }

    @Test
    void anUnchangedFieldIsNoChange() {
        assertThat(AuditChange.of("Role", Role.VIEWER, Role.VIEWER)).isEmpty();
        assertThat(AuditChange.of("Notes", null, "")).isEmpty();
        assertThat(AuditChange.of("Notes", null, "x")).contains(new AuditChange("Notes", "", "x"));
    }

    private void add(AuditEntry entry) {
        inTransaction(() -> log.add(entry));
    }
}
