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
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;

class MatchCandidateRepositoryTest extends DatabaseTest {
    private static final String PHONE = "+12125550101";
    private static final String OTHER_PHONE = "+12125550102";
    private static final String ONE = "003000000000001AAA";
    private static final String TWO = "003000000000002AAA";

    private MatchCandidateRepository candidates;
    private Samples samples;
    private Integration salesforce;

    @BeforeEach
    void makeRepository() {
        candidates = new MatchCandidateRepository(em);
        samples = new Samples(em);
        salesforce = inTransaction(() -> samples.integration("Salesforce"));
    }

    private MatchCandidate candidate(String phone, String contactId, MatchSource source) {
        return inTransaction(() -> {
            MatchCandidate candidate = new MatchCandidate(salesforce.getId(), phone, contactId);
            candidate.seen(source, "Ada", "Lee", "ada@example.org", NOW);
            candidates.add(candidate);
            return candidate;
        });
    }

    private void decide(String phone, MatchVerdict verdict) {
        inTransaction(() -> candidates
                .findByPhones(salesforce.getId(), List.of(phone))
                .forEach(candidate -> candidate.decide(verdict, "admin", NOW)));
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        MatchCandidate stored = inTransaction(() -> {
            MatchCandidate candidate = new MatchCandidate(salesforce.getId(), PHONE, ONE);
            candidate.seen(MatchSource.EXPORT, "Ada", "x".repeat(300), "ada@example.org", NOW);
            candidate.decide(MatchVerdict.CHOSEN, "admin", NOW.plusHours(1));
            candidates.add(candidate);
            return candidate;
        });

        assertThat(candidates.findByPhones(salesforce.getId(), List.of(PHONE)))
                .singleElement()
                .satisfies(read -> RoundTrip.assertSame(stored, read));
        assertThat(stored.getLastName()).hasSize(255);
        RoundTrip.assertEveryColumnIsFilled(database, "match_candidate");
        assertThatThrownBy(() -> candidate(PHONE, ONE, MatchSource.SEARCH)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void numbersAreFoundOnceAndInPages() {
        candidate(PHONE, ONE, MatchSource.EXPORT);
        candidate(PHONE, TWO, MatchSource.EXPORT);
        candidate(OTHER_PHONE, ONE, MatchSource.EXPORT);
        decide(OTHER_PHONE, MatchVerdict.REJECTED);

        assertThat(candidates.findPhones(salesforce.getId(), 0, 10)).containsExactly(PHONE, OTHER_PHONE);
        assertThat(candidates.findPhones(salesforce.getId(), 1, 1)).containsExactly(OTHER_PHONE);
        assertThat(candidates.countPhones(salesforce.getId())).isEqualTo(2);
        assertThat(candidates.countOpenPhones(salesforce.getId())).isEqualTo(1);
        assertThat(candidates.findByPhones(salesforce.getId(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("R1.4 what a search found is shown while the person's change waits, or once it is decided")
    void searches() {
        candidate(PHONE, ONE, MatchSource.SEARCH);
        assertThat(candidates.countPhones(salesforce.getId())).isZero();

        Profile ada = inTransaction(() -> samples.profile(PHONE));
        inTransaction(() -> em.persist(new OutboundChange(salesforce.getId(), ada.getId(), true, NOW)));
        assertThat(candidates.countPhones(salesforce.getId())).isEqualTo(1);

        inTransaction(() -> em.remove(em.find(Profile.class, ada.getId())));
        assertThat(candidates.countPhones(salesforce.getId())).isZero();
        decide(PHONE, MatchVerdict.CHOSEN);
        assertThat(candidates.countPhones(salesforce.getId())).isEqualTo(1);
    }

    @Test
    @DisplayName("R1.5 what nobody decided about goes when it is not seen any more; decisions stay")
    void unseen() {
        candidate(PHONE, ONE, MatchSource.EXPORT);
        candidate(PHONE, TWO, MatchSource.SEARCH);
        candidate(OTHER_PHONE, ONE, MatchSource.EXPORT);
        decide(OTHER_PHONE, MatchVerdict.CHOSEN);

        assertThat(remove(MatchSource.EXPORT, 0)).isZero();
        assertThat(remove(MatchSource.EXPORT, 1)).isEqualTo(1);
        assertThat(candidates.findByPhones(salesforce.getId(), List.of(PHONE, OTHER_PHONE)))
                .extracting(MatchCandidate::getPhone)
                .containsExactly(PHONE, OTHER_PHONE);
    }

    private int remove(MatchSource source, int minutesLater) {
        return inTransaction(() -> candidates.removeUnseen(salesforce.getId(), source, NOW.plusMinutes(minutesLater)));
    }
}
