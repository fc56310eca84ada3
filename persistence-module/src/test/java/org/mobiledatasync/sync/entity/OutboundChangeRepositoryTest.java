package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;

class OutboundChangeRepositoryTest extends DatabaseTest {

    private OutboundChangeRepository changes;
    private Samples samples;
    private long salesforce;
    private long other;
    private int profiles;

    @BeforeEach
    void makeRepository() {
        changes = new OutboundChangeRepository(em);
        samples = new Samples(em);
        profiles = 0;
        inTransaction(() -> {
            salesforce = samples.integration("Salesforce").getId();
            other = samples.integration("Other").getId();
        });
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        var stored = inTransaction(() -> {
            var change = new OutboundChange(salesforce, profileId(), true, NOW);
            change.collapse(false, NOW.plusHours(1));
            change.inDoubtUntil(NOW.plusHours(3));
            change.retryAt(NOW.plusHours(2));
            changes.add(change);
            return change;
        });

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, changes.findByIds(List.of(stored.getId())).get(0));
        RoundTrip.assertEveryColumnIsFilled(database, "outbound_change");
    }

    @Test
    @DisplayName("R5.5 a newer state does not end the doubt whether a contact was made; knowing does")
    void doubt() {
        var change = new OutboundChange(salesforce, 1L, true, NOW);
        change.inDoubtUntil(NOW.plusMinutes(5));
        assertThat(change.getNotBefore()).isEqualTo(NOW.plusMinutes(5));

        change.collapse(false, NOW.plusMinutes(1));
        assertThat(change.getNotBefore()).isEqualTo(NOW.plusMinutes(1));
        assertThat(change.getInDoubtUntil()).isEqualTo(NOW.plusMinutes(5));

        change.doubtSolved(NOW.plusMinutes(2));
        assertThat(change.getInDoubtUntil()).isNull();
        assertThat(change.getNotBefore()).isEqualTo(NOW.plusMinutes(2));
    }

    @Test
    @DisplayName("R5.1 changes of one profile collapse: the database keeps one per integration")
    void aProfileHasOneChangePerIntegration() {
        var change = store(true, NOW);
        inTransaction(() -> changes.add(new OutboundChange(other, change.getProfileId(), true, NOW)));

        assertThatThrownBy(() -> inTransaction(
                        () -> changes.add(new OutboundChange(salesforce, change.getProfileId(), false, NOW))))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    @DisplayName("R5.1 a collapsed change keeps its age and starts its attempts afresh")
    void collapsingKeepsTheAge() {
        var change = new OutboundChange(salesforce, 1L, true, NOW);
        change.retryAt(NOW.plusHours(1));
        change.collapse(false, NOW.plusMinutes(5));

        assertThat(change.isOptIn()).isFalse();
        assertThat(change.getCreatedAt()).isEqualTo(NOW);
        assertThat(change.getNotBefore()).isEqualTo(NOW.plusMinutes(5));
        assertThat(change.getAttempts()).isZero();
        assertThat(change.getRevision()).isEqualTo(1);
    }

    @Test
    @DisplayName("R4.1 R5.1 a STOP that comes while the former state is being recorded is not removed with it")
    void aNewerStateIsNotRemoved() {
        long id = store(true, NOW).getId();

        assertThatThrownBy(() -> inTransaction(() -> {
                    var brought = changes.findByIds(List.of(id)).get(0);
                    collapseElsewhere(id);
                    changes.remove(brought);
                }))
                .hasCauseInstanceOf(OptimisticLockException.class);

        assertThat(changes.findByIds(List.of(id))).singleElement().satisfies(change -> assertThat(change.isOptIn())
                .isFalse());
    }

    private void collapseElsewhere(long id) {
        try (EntityManager elsewhere = database.entityManagerFactory().createEntityManager()) {
            elsewhere.getTransaction().begin();
            elsewhere.find(OutboundChange.class, id).collapse(false, NOW);
            elsewhere.getTransaction().commit();
        }
    }

    @Test
    @DisplayName("R5.2 opt-outs first, then by age, and never more than asked for")
    void optOutsComeFirstThenByAge() {
        var youngOptIn = store(true, NOW.minusHours(1));
        var oldOptIn = store(true, NOW.minusHours(3));
        var youngOptOut = store(false, NOW);
        var oldOptOut = store(false, NOW.minusHours(2));
        var late = inTransaction(() -> {
            var change = new OutboundChange(salesforce, profileId(), false, NOW.minusHours(9));
            change.retryAt(NOW.plusSeconds(1));
            changes.add(change);
            return change;
        });
        inTransaction(() -> changes.add(new OutboundChange(other, profileId(), false, NOW.minusHours(9))));

        assertThat(ids(changes.findDue(salesforce, NOW, 10)))
                .containsExactly(oldOptOut.getId(), youngOptOut.getId(), oldOptIn.getId(), youngOptIn.getId());
        assertThat(ids(changes.findDue(salesforce, NOW, 3)))
                .containsExactly(oldOptOut.getId(), youngOptOut.getId(), oldOptIn.getId());
        assertThat(ids(changes.findDue(salesforce, NOW.plusSeconds(1), 1))).containsExactly(late.getId());
    }

    @Test
    void whatWaitsIsCounted() {
        assertThat(changes.isAnyDue(salesforce, NOW)).isFalse();
        assertThat(changes.oldestOptOut(salesforce)).isEmpty();
        store(true, NOW.minusHours(5));
        store(false, NOW.minusHours(1));
        store(false, NOW.minusHours(2));

        assertThat(changes.countPending(salesforce, true)).isEqualTo(1);
        assertThat(changes.countPending(salesforce, false)).isEqualTo(2);
        assertThat(changes.countPending(other, false)).isZero();
        assertThat(changes.oldestOptOut(salesforce)).contains(NOW.minusHours(2));
        assertThat(changes.isAnyDue(salesforce, NOW)).isTrue();
        assertThat(changes.isAnyDue(salesforce, NOW.minusDays(1))).isFalse();
    }

    @Test
    void peopleWhoseContactIsKnownAreCounted() {
        var linked = store(true, NOW);
        store(true, NOW);
        inTransaction(() -> em.persist(new CrmLink(salesforce, linked.getProfileId(), "003000000000001AAA", NOW)));
        inTransaction(() -> em.persist(new CrmLink(other, linked.getProfileId(), "003000000000001AAA", NOW)));

        assertThat(changes.countPendingLinked(salesforce, true)).isEqualTo(1);
        assertThat(changes.countPendingLinked(salesforce, false)).isZero();
        assertThat(changes.countPendingLinked(other, true)).isZero();
    }

    @Test
    @DisplayName(
            "R5.3 contacts are made only of people with an e-mail address whose contact is not known, and who opt in")
    void contactsToMakeAreCounted() {
        withEmail(store(true, NOW));
        withEmail(store(false, NOW));
        store(true, NOW);
        var linked = store(true, NOW);
        withEmail(linked);
        inTransaction(() -> em.persist(new CrmLink(salesforce, linked.getProfileId(), "003000000000001AAA", NOW)));

        assertThat(changes.countContactsToMake(salesforce)).isEqualTo(1);
        assertThat(changes.countContactsToMake(other)).isZero();
    }

    private void withEmail(OutboundChange change) {
        inTransaction(() -> em.find(Profile.class, change.getProfileId()).setEmail("ada@example.org"));
    }

    @Test
    void changesAreFoundByProfileAndRemoved() {
        var first = store(true, NOW);
        var second = store(false, NOW);

        assertThat(changes.findByProfile(salesforce, first.getProfileId()))
                .map(OutboundChange::getId)
                .contains(first.getId());
        assertThat(changes.findByProfile(other, first.getProfileId())).isEmpty();
        assertThat(changes.findByProfiles(salesforce, List.of(first.getProfileId(), second.getProfileId())))
                .hasSize(2);
        assertThat(changes.findByProfiles(salesforce, List.of())).isEmpty();
        assertThat(changes.findByIds(List.of())).isEmpty();

        inTransaction(() -> changes.remove(
                changes.findByProfile(salesforce, first.getProfileId()).orElseThrow()));
        assertThat(changes.findByIds(List.of(first.getId(), second.getId())))
                .extracting(OutboundChange::getId)
                .containsExactly(second.getId());
    }

    private OutboundChange store(boolean optIn, OffsetDateTime at) {
        return inTransaction(() -> {
            var change = new OutboundChange(salesforce, profileId(), optIn, at);
            changes.add(change);
            return change;
        });
    }

    private long profileId() {
        return samples.profile("+1212555010" + profiles++).getId();
    }

    private static List<Long> ids(List<OutboundChange> found) {
        return found.stream().map(OutboundChange::getId).toList();
    }
}
