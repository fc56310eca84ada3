package org.mobiledatasync.consent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;

/** A STOP that is committed while a sync, an import or another request works on what was agreed before. */
class ConsentRaceTest extends ConsentFixture {

    @Test
    @DisplayName("R4.1 the question of a double opt-in does not overtake a STOP")
    void aQuestionDoesNotOvertakeAStop() {
        assertOvertaken(doubleForm);

        assertThat(subscriptions.findByProfile(profileId)).isEmpty();
        assertThat(texts()).isEmpty();
    }

    @Test
    @DisplayName("R4.1 joining a second campaign does not overtake a STOP")
    void joiningDoesNotOvertakeAStop() {
        optIn(form, FORM);

        assertOvertaken(votesForm);

        assertThat(subscriptions.findByProfile(profileId)).singleElement().satisfies(subscription -> assertThat(
                        subscription.getStatus())
                .isEqualTo(SubscriptionStatus.OPTED_OUT));
    }

    private void assertOvertaken(OptInPath path) {
        assertThatThrownBy(() -> inTransaction(() -> {
                    ConsentState before = state();
                    stopElsewhere();
                    assertThat(consent.optIn(before, path, CRM))
                            .as("of what was known then")
                            .isIn(OptInResult.ASKED, OptInResult.OPTED_IN);
                }))
                .hasCauseInstanceOf(OptimisticLockException.class);

        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(suppressions.find(PHONE)).isPresent();
        assertThat(optIn(path, CRM)).as("decided anew").isEqualTo(OptInResult.BLOCKED);
    }

    private void stopElsewhere() {
        Clock clock = Clock.fixed(Samples.NOW.toInstant(), ZoneOffset.UTC);
        try (EntityManager other = database.entityManagerFactory().createEntityManager()) {
            var theirSubscriptions = new SubscriptionRepository(other);
            var theirSuppressions = new SuppressionRepository(other);
            other.getTransaction().begin();
            var state = new ConsentStates(new ProfileRepository(other), theirSubscriptions, theirSuppressions)
                    .load(profileId);
            new Consent(theirSubscriptions, theirSuppressions, new ConsentEventRepository(other), null, clock)
                    .optOut(state, STOP);
            other.getTransaction().commit();
        }
    }
}
