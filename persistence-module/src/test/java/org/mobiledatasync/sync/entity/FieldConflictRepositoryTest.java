package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;

class FieldConflictRepositoryTest extends DatabaseTest {
    private FieldConflictRepository conflicts;
    private CrmLinkRepository links;
    private Integration salesforce;
    private Profile ada;
    private CrmLink pair;
    private CrmLink other;

    @BeforeEach
    void makePairs() {
        conflicts = new FieldConflictRepository(em);
        links = new CrmLinkRepository(em);
        Samples samples = new Samples(em);
        inTransaction(() -> {
            salesforce = samples.integration("Salesforce");
            ada = samples.profile("+12125550101");
            pair = samples.link(salesforce, ada, "003000000000001AAA");
            other = samples.link(salesforce, samples.profile("+12125550102"), "003000000000002AAA");
        });
    }

    private FieldConflict conflict(CrmLink link, String field) {
        return inTransaction(() -> {
            FieldConflict conflict = new FieldConflict(link.getId(), field);
            conflict.met("Rome", "Paris", "Oslo", "mark", NOW);
            conflicts.add(conflict);
            return conflict;
        });
    }

    private FieldConflict only() {
        return conflicts.findByLinks(List.of(pair.getId())).get(0);
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        FieldConflict stored = conflict(pair, "address_city");
        inTransaction(() -> only().choose(OnConflict.MOBILE, "admin", NOW.plusHours(1)));

        FieldConflict read = only();
        assertThat(read.getField()).isEqualTo(stored.getField());
        assertThat(List.of(read.getBase(), read.getProfileValue(), read.getContactValue(), read.getMark()))
                .containsExactly("Rome", "Paris", "Oslo", "mark");
        assertThat(read.getChoice()).isEqualTo(OnConflict.MOBILE);
        assertThat(read.getChosenBy()).isEqualTo("admin");
        assertThat(read.getChosenAt()).isEqualTo(NOW.plusHours(1));
        assertThat(read.getSince()).isEqualTo(NOW);
        RoundTrip.assertEveryColumnIsFilled(database, "field_conflict");
    }

    @Test
    @DisplayName("R3.6 a choice stays while the values stay, and ends with them")
    void theChoiceBelongsToTheValues() {
        conflict(pair, "address_city");
        inTransaction(() -> only().choose(OnConflict.MOBILE, "admin", NOW));

        inTransaction(() -> only().met("Rome", "Paris", "Oslo", "mark", NOW.plusDays(1)));
        assertThat(only().getChoice()).isEqualTo(OnConflict.MOBILE);
        assertThat(only().getSince()).isEqualTo(NOW);

        inTransaction(() -> only().met("Rome", "Paris", "Bonn", "other mark", NOW.plusDays(2)));
        assertThat(only().getChoice()).isNull();
        assertThat(only().getChosenBy()).isNull();
        assertThat(only().getContactValue()).isEqualTo("Bonn");
        assertThat(only().getSince()).isEqualTo(NOW.plusDays(2));
    }

    @Test
    void pairsInConflictAreFoundOnceAndInPages() {
        conflict(pair, "address_city");
        conflict(pair, "profile_last_name");
        conflict(other, "state");

        assertThat(conflicts.countLinksInConflict(salesforce.getId())).isEqualTo(2);
        assertThat(ids(conflicts.findLinksInConflict(salesforce.getId(), 0, 10)))
                .containsExactly(pair.getId(), other.getId());
        assertThat(ids(conflicts.findLinksInConflict(salesforce.getId(), 1, 1))).containsExactly(other.getId());
        assertThat(conflicts.findLinkInConflict(salesforce.getId(), ada.getId()))
                .isPresent();
        assertThat(conflicts.findByLinks(List.of(pair.getId())))
                .extracting(FieldConflict::getField)
                .containsExactly("address_city", "profile_last_name");
        assertThat(conflicts.findByLinks(List.of())).isEmpty();

        inTransaction(() -> conflicts.findByLinks(List.of(pair.getId())).forEach(conflicts::remove));
        assertThat(conflicts.findLinkInConflict(salesforce.getId(), ada.getId()))
                .isEmpty();
    }

    @Test
    void aFieldIsInConflictOnceAndNotWithoutItsPair() {
        conflict(pair, "state");
        assertThatThrownBy(() -> conflict(pair, "state")).isInstanceOf(PersistenceException.class);

        inTransaction(() -> links.findByProfile(ada.getId()).forEach(link -> links.remove(link, NOW)));
        assertThat(conflicts.findByLinks(List.of(pair.getId()))).isEmpty();
    }

    @Test
    @DisplayName("R3.6 the run reads again whatever a person has chosen for")
    void chosenPairsAreReadAgain() {
        SyncRun run = inTransaction(() -> new Samples(em).run(salesforce, RunKind.NIGHTLY));
        conflict(pair, "state");
        assertThat(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10))
                .isEmpty();

        inTransaction(() -> only().choose(OnConflict.SALESFORCE, "admin", NOW));

        assertThat(ids(links.findChangedHere(salesforce.getId(), run.getId(), 0, 10)))
                .containsExactly(pair.getId());
    }

    private static List<Long> ids(List<CrmLink> found) {
        return found.stream().map(CrmLink::getId).toList();
    }
}
