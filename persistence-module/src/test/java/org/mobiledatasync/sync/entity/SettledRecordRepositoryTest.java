package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.sync.entity.SettledRecordRepository.SettledRecord;

class SettledRecordRepositoryTest extends DatabaseTest {
    private static final String SURVIVOR = "003000000000009AAA";

    private SettledRecordRepository records;
    private SyncRun run;
    private SyncRun other;
    private final List<Long> links = new ArrayList<>();

    @BeforeEach
    void threePairs() {
        records = new SettledRecordRepository(em);
        links.clear();
        inTransaction(() -> {
            Samples samples = new Samples(em);
            Integration salesforce = samples.integration("Salesforce");
            run = samples.run(salesforce, RunKind.NIGHTLY);
            other = samples.run(salesforce, RunKind.NIGHTLY);
            for (int i = 1; i <= 3; i++) {
                Profile profile = samples.profile("+1212555010" + i);
                profile.setFirstName(i == 2 ? "Bob" : "Ada");
                links.add(samples.link(salesforce, profile, "00300000000000" + i + "AAA")
                        .getId());
            }
        });
    }

    private long add(SyncRun to, Long... ids) {
        LinkIds set = new LinkIds();
        List.of(ids).forEach(set::add);
        return inTransaction(() -> records.add(to.getId(), set, NOW));
    }

    private List<String> phones(String text, long first, int size) {
        return records.search(run.getId(), text, OutcomeOrder.AS_REPORTED, first, size).stream()
                .map(record -> record.profile().map(Profile::getPhone).orElse("gone"))
                .toList();
    }

    @Test
    @DisplayName("R7.1 R8.1 what a run reports again counts once; runs do not count each other's")
    void countsOnce() {
        assertThat(add(run, links.get(0), links.get(1))).isEqualTo(2);
        assertThat(add(run, links.get(1), links.get(2), links.get(2) + LinkIds.PART))
                .isEqualTo(2);
        assertThat(add(other, links.get(0))).isEqualTo(1);

        assertThat(records.count(run.getId())).isEqualTo(4);
        assertThat(records.among(run.getId(), List.of(links.get(0), links.get(2), 7_000_000L)))
                .isEqualTo(Set.of(links.get(0), links.get(2)));
        assertThat(records.among(other.getId(), links)).isEqualTo(Set.of(links.get(0)));
        assertThat(records.among(run.getId(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("R8.3 they are paged and searched, with the profile and the contact of the pair")
    void search() {
        add(run, links.toArray(Long[]::new));

        assertThat(phones(null, 0, 2)).containsExactly("+12125550101", "+12125550102");
        assertThat(phones(" ", 2, 2)).containsExactly("+12125550103");
        assertThat(phones(null, 3, 2)).isEmpty();
        assertThat(phones("ADA", 1, 2)).containsExactly("+12125550103");
        assertThat(phones("0000002aaa", 0, 9)).containsExactly("+12125550102");
        assertThat(records.count(run.getId(), "ada")).isEqualTo(2);
        assertThat(records.count(run.getId(), null)).isEqualTo(3);
        assertThat(records.count(other.getId(), "ada")).isZero();
        SettledRecord record = records.search(run.getId(), "bob", OutcomeOrder.AS_REPORTED, 0, 1)
                .get(0);
        assertThat(record.linkId()).isEqualTo(links.get(1));
        assertThat(record.occurredAt()).isEqualTo(NOW);
    }

    @Test
    @DisplayName("R8.3 they are ordered by what the pair has now; one that is gone comes last")
    void order() {
        add(run, links.toArray(Long[]::new));
        inTransaction(() -> em.remove(em.find(CrmLink.class, links.get(1))));

        OutcomeOrder down = new OutcomeOrder(OutcomeOrder.Column.PHONE, false);
        assertThat(records.search(run.getId(), null, down, 0, 9))
                .extracting(SettledRecord::linkId)
                .containsExactly(links.get(2), links.get(0), links.get(1));
    }

    @Test
    @DisplayName("R8.1 a record whose pair is gone by now keeps its place, and counts")
    void gone() {
        add(run, links.toArray(Long[]::new));
        inTransaction(() -> em.remove(em.find(CrmLink.class, links.get(0))));

        assertThat(phones(null, 0, 2)).containsExactly("gone", "+12125550102");
        assertThat(records.count(run.getId())).isEqualTo(3);
    }

    @Test
    @DisplayName("R8.1 R8.3 a report keeps whose a link was that ended, and knows its contact again")
    void ended() {
        add(run, links.get(0), links.get(1));
        inTransaction(() -> {
            CrmLink first = em.find(CrmLink.class, links.get(0));
            CrmLinkRepository repository = new CrmLinkRepository(em);
            repository.remove(first, NOW.plusDays(2));
            repository.flush();
            repository.add(first.successor(SURVIVOR));
        });

        SettledRecord record = records.search(run.getId(), null, OutcomeOrder.AS_REPORTED, 0, 1)
                .get(0);
        assertThat(record.contactId()).contains("003000000000001AAA");
        assertThat(record.profile()).map(Profile::getPhone).contains("+12125550101");
        List<String> asked = List.of("003000000000001AAA", "003000000000002AAA", "003000000000003AAA", SURVIVOR);
        assertThat(records.contactsAmong(run.getId(), asked))
                .containsExactlyInAnyOrder("003000000000001AAA", "003000000000002AAA");
        assertThat(records.contactsAmong(other.getId(), asked)).isEmpty();
        assertThat(records.contactsAmong(run.getId(), List.of())).isEmpty();

        inTransaction(() -> records.deleteOlderThan(NOW.plusDays(1), 9));
        assertThat(formerLinks()).as("no report names it, but it ended lately").isEqualTo(1);
        inTransaction(() -> records.deleteOlderThan(NOW.plusDays(3), 9));
        assertThat(formerLinks()).isZero();
    }

    private long formerLinks() {
        return em.createQuery("select count(f) from FormerLink f", Long.class).getSingleResult();
    }

    @Test
    @DisplayName("R8.3 they go when they are old")
    void deleteOld() {
        add(run, links.get(0), links.get(0) + LinkIds.PART);

        assertThat((int) inTransaction(() -> records.deleteOlderThan(NOW, 9))).isZero();
        assertThat((int) inTransaction(() -> records.deleteOlderThan(NOW.plusDays(1), 1)))
                .isEqualTo(1);
        assertThat((int) inTransaction(() -> records.deleteOlderThan(NOW.plusDays(1), 9)))
                .isEqualTo(1);
        assertThat(records.count(run.getId())).isZero();
    }

    @Test
    @DisplayName("a set of ids keeps them in their order, whatever their parts")
    void ids() {
        LinkIds ids = new LinkIds();
        LongStream.of(200_000, 3, 65_536, 65_535, 3).forEach(ids::add);

        assertThat(ids.toArray()).containsExactly(3, 65_535, 65_536, 200_000);
        assertThat(ids.size()).isEqualTo(4);
        assertThat(ids.contains(65_535)).isTrue();
        ids.remove(65_535);
        ids.remove(7);
        assertThat(ids.contains(65_535)).isFalse();
        ids.remove(3);
        ids.remove(65_536);
        ids.remove(200_000);
        assertThat(ids.isEmpty()).isTrue();
    }
}
