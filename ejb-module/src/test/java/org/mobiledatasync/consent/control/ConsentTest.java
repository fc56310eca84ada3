package org.mobiledatasync.consent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.messaging.entity.MessageKind;
import org.mobiledatasync.messaging.entity.MessageState;
import org.mobiledatasync.profile.entity.ProfileStatus;

class ConsentTest extends ConsentFixture {

    @Test
    @DisplayName("R4.5 a new person is subscribed through the path and welcomed")
    void aNewPersonIsSubscribed() {
        assertThat(optIn(form, CRM)).isEqualTo(OptInResult.OPTED_IN);

        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);
        assertThat(subscriptionIn(news)).satisfies(subscription -> {
            assertThat(subscription.getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
            assertThat(subscription.getOptInPathId()).isEqualTo(form.getId());
            assertThat(subscription.getSource()).isEqualTo("CRM");
            assertThat(subscription.getActivatedAt()).isEqualTo(NOW);
        });
        assertThat(texts()).containsExactly("WELCOME QUEUED");
    }

    @Test
    @DisplayName("R4.5 a current or former member gets no new subscription and no text by the CRM")
    void aMemberIsLeftAlone() {
        optIn(form, CRM);
        assertThat(optIn(otherForm, CRM)).isEqualTo(OptInResult.UNCHANGED);
        inTransaction(() -> consent.optOut(state(), votes.getId(), STOP));
        inTransaction(() -> consent.optIn(state(), votesForm, FORM));
        inTransaction(() -> consent.optOut(state(), news.getId(), STOP));
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);

        assertThat(optIn(form, CRM)).isEqualTo(OptInResult.UNCHANGED);
        assertThat(optIn(form, API)).isEqualTo(OptInResult.UNCHANGED);

        assertThat(subscriptionIn(news).getStatus()).isEqualTo(SubscriptionStatus.OPTED_OUT);
        assertThat(texts()).containsExactly("WELCOME QUEUED", "WELCOME QUEUED");
    }

    @Test
    @DisplayName("R4.1 STOP ends every subscription and suppresses the number")
    void stopEndsEverything() {
        optIn(form, FORM);
        optIn(votesForm, FORM);

        assertThat(optOut(STOP)).isTrue();

        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(subscriptions.findByProfile(profileId))
                .extracting(Subscription::getStatus)
                .containsOnly(SubscriptionStatus.OPTED_OUT);
        assertThat(suppressions.find(PHONE)).isPresent();
        assertThat(optOut(STOP)).as("a second STOP").isFalse();
    }

    @Test
    @DisplayName("R4.1 no sync, import or API call makes an opted-out person active again; the attempt is kept")
    void withoutEvidenceAnOptOutStays() {
        optIn(form, FORM);
        optOut(STOP);

        for (var cause : List.of(CRM, API, ConsentCause.of(ConsentSource.IMPORT, "file", "list of 2019"))) {
            assertThat(optIn(form, cause)).as(cause.source().name()).isEqualTo(OptInResult.BLOCKED);
            assertThat(optIn(votesForm, cause)).as(cause.source().name()).isEqualTo(OptInResult.BLOCKED);
        }

        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(suppressions.find(PHONE)).isPresent();
        assertThat(subscriptions.findByProfile(profileId)).hasSize(1);
        assertThat(actions())
                .filteredOn(ConsentAction.RESUBSCRIBE_BLOCKED::equals)
                .hasSize(6);
    }

    @Test
    @DisplayName("R4.1 a source that needs the person is nothing without the evidence itself")
    void evidenceMustBeSaid() {
        optOut(STOP);

        assertThat(optIn(form, ConsentCause.of(ConsentSource.ADMINISTRATOR, "ada", " ")))
                .isEqualTo(OptInResult.BLOCKED);
        assertThat(optIn(form, ConsentCause.of(ConsentSource.WEB_FORM, "web", null)))
                .isEqualTo(OptInResult.BLOCKED);
    }

    @Test
    @DisplayName("R4.1 fresh evidence from the person ends the opt-out and its suppression")
    void freshEvidenceEndsAnOptOut() {
        for (var source : List.of(
                ConsentSource.KEYWORD, ConsentSource.OOPS, ConsentSource.WEB_FORM, ConsentSource.ADMINISTRATOR)) {
            optOut(STOP);

            assertThat(optIn(form, ConsentCause.of(source, "somebody", "the person said so")))
                    .as(source.name())
                    .isEqualTo(OptInResult.OPTED_IN);

            assertThat(profile().getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);
            assertThat(suppressions.find(PHONE)).isEmpty();
        }
        assertThat(actions())
                .filteredOn(ConsentAction.SUPPRESSION_LIFTED::equals)
                .hasSize(4);
    }

    @Test
    @DisplayName("R4.1 a new profile of a suppressed number is opted out")
    void aSuppressedNumberStaysOut() {
        inTransaction(() -> consent.keepOut(profile()));
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(optIn(form, CRM)).isEqualTo(OptInResult.BLOCKED);
    }

    @Test
    @DisplayName("R4.5 leaving the last campaign is an opt-out, leaving one of two is not")
    void leavingTheLastCampaignOptsOut() {
        optIn(form, FORM);
        optIn(votesForm, FORM);

        assertThat(inTransaction(() -> consent.optOut(state(), news.getId(), API)))
                .isFalse();
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);
        assertThat(inTransaction(() -> consent.optOut(state(), votes.getId(), API)))
                .isTrue();
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(suppressions.find(PHONE)).as("nobody said STOP").isEmpty();
        assertThat(optIn(form, CRM)).isEqualTo(OptInResult.BLOCKED);
    }

    @Test
    @DisplayName("R4.6 the Welcome message of a path goes out once, however often the person leaves and comes back")
    void theWelcomeGoesOutOnce() {
        optIn(form, FORM);
        sendEverything();
        optOut(STOP);
        assertThat(optIn(form, FORM)).isEqualTo(OptInResult.OPTED_IN);

        assertThat(texts()).containsExactly("WELCOME SENT");
    }

    @Test
    @DisplayName("R4.6 a Welcome message that was cancelled before it went out is queued again")
    void aCancelledWelcomeMayStillGoOut() {
        optIn(form, FORM);
        moveTexts(MessageState.CANCELLED);
        optOut(STOP);
        optIn(form, FORM);

        assertThat(texts()).containsExactly("WELCOME QUEUED");
    }

    @Test
    @DisplayName("R4.6 a path without a Welcome message sends none")
    void noTextNoMessage() {
        inTransaction(() -> paths.get(form.getId()).setWelcomeMessage(" "));
        assertThat(optIn(paths.get(form.getId()), FORM)).isEqualTo(OptInResult.OPTED_IN);
        assertThat(texts()).isEmpty();
    }

    @Test
    @DisplayName("R4.8 every change is an event: who, when, old, new, source, evidence")
    void everyChangeIsAnEvent() {
        optIn(form, ConsentCause.crm(7L, "003000000000001AAA", "row 5"));
        optOut(STOP);

        assertThat(actions())
                .containsExactlyInAnyOrder(ConsentAction.OPT_IN, ConsentAction.OPT_OUT, ConsentAction.SUPPRESSED);
        assertThat(event(ConsentAction.OPT_IN)).satisfies(event -> {
            assertThat(event.getProfileId()).isEqualTo(profileId);
            assertThat(event.getCampaignId()).isEqualTo(news.getId());
            assertThat(event.getOptInPathId()).isEqualTo(form.getId());
            assertThat(event.getActor()).isEqualTo("sync");
            assertThat(event.getSource()).isEqualTo(ConsentSource.CRM);
            assertThat(event.getEvidence()).isEqualTo("row 5");
            assertThat(event.getRunId()).isEqualTo(7);
            assertThat(event.getConstituentId()).isEqualTo("003000000000001AAA");
            assertThat(event.getOldStatus()).isNull();
            assertThat(event.getNewStatus()).isEqualTo("ACTIVE");
            assertThat(event.getOccurredAt()).isEqualTo(NOW);
        });
        assertThat(event(ConsentAction.OPT_OUT))
                .extracting(ConsentEvent::getOldStatus, ConsentEvent::getNewStatus, ConsentEvent::getEvidence)
                .containsExactly("ACTIVE", "OPTED_OUT", "STOP");
    }

    @Test
    @DisplayName("R4.5 double opt-in asks first: Pending, not active, no Welcome message")
    void doubleOptInAsks() {
        assertThat(optIn(doubleForm, CRM)).isEqualTo(OptInResult.ASKED);

        assertThat(subscriptionIn(news).getStatus()).isEqualTo(SubscriptionStatus.PENDING);
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.NO_SUBSCRIPTIONS);
        assertThat(inTransaction(() -> state().isPending())).isTrue();
        assertThat(texts()).containsExactly("CONFIRM QUEUED");
        assertThat(optIn(doubleForm, FORM)).as("a form is no answer").isEqualTo(OptInResult.ASKED);
        assertThat(optIn(doubleForm, CRM)).as("nor is the CRM").isEqualTo(OptInResult.UNCHANGED);
        assertThat(texts()).containsExactly("CONFIRM QUEUED");
    }

    @Test
    @DisplayName("R4.5 the person's text, or an administrator's record, answers a double opt-in")
    void anAnswerActivates() {
        optIn(doubleForm, FORM);
        assertThat(optIn(doubleForm, YES)).isEqualTo(OptInResult.OPTED_IN);
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);
        assertThat(texts()).containsExactly("CONFIRM QUEUED", "WELCOME QUEUED");
    }

    @Test
    @DisplayName("R4.1 a form with double opt-in does not end an opt-out before the person answered")
    void anUnansweredQuestionLiftsNothing() {
        optOut(STOP);

        assertThat(optIn(doubleForm, FORM)).isEqualTo(OptInResult.ASKED);
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(suppressions.find(PHONE)).isPresent();
        assertThat(optIn(votesForm, CRM)).isEqualTo(OptInResult.BLOCKED);

        assertThat(optIn(doubleForm, YES)).isEqualTo(OptInResult.OPTED_IN);
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);
        assertThat(suppressions.find(PHONE)).isEmpty();
    }

    @Test
    @DisplayName("R4.5 who left and signs up again is asked again")
    void whoComesBackIsAskedAgain() {
        optIn(doubleForm, FORM);
        sendEverything();
        optOut(STOP);
        assertThat(subscriptionIn(news).getStatus()).isEqualTo(SubscriptionStatus.OPTED_OUT);

        assertThat(optIn(doubleForm, FORM)).isEqualTo(OptInResult.ASKED);
        assertThat(texts()).containsExactly("CONFIRM QUEUED");
    }

    @Test
    @DisplayName("R4.1 STOP ends a question that waits for its answer")
    void stopEndsAPendingQuestion() {
        optIn(doubleForm, FORM);
        optOut(STOP);
        assertThat(subscriptionIn(news).getStatus()).isEqualTo(SubscriptionStatus.OPTED_OUT);
        assertThat(messages.find(profileId, doubleForm.getId(), MessageKind.CONFIRM))
                .isPresent();
    }
}
