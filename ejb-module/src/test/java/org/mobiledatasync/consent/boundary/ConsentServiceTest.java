package org.mobiledatasync.consent.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.access.AccessFixture;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.RecordedChanges;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentAttemptLedger;
import org.mobiledatasync.consent.control.ConsentLedger;
import org.mobiledatasync.consent.control.ConsentStates;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.messaging.control.Outbox;
import org.mobiledatasync.messaging.control.QuietHours;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.entity.ProfileRepository;

class ConsentServiceTest extends DatabaseTest {

    private static final ConsentCause STOP = ConsentCause.of(ConsentSource.KEYWORD, "ada", "STOP");
    private static final ConsentCause API = ConsentCause.of(ConsentSource.API, "token", "our form");
    private static final ConsentCause REASON = ConsentCause.of(ConsentSource.ADMINISTRATOR, "ada", "She phoned us");

    private final RecordedChanges changes = new RecordedChanges();
    private AccessFixture access;
    private ConsentService service;
    private long profileId;
    private Campaign news;
    private OptInPath form;
    private OptInPath votesForm;

    @BeforeEach
    void prepare() {
        access = new AccessFixture(em);
        var clock = Clock.fixed(NOW.toInstant(), ZoneOffset.UTC);
        var profiles = new ProfileRepository(em);
        var paths = new OptInPathRepository(em);
        var subscriptions = new SubscriptionRepository(em);
        var suppressions = new SuppressionRepository(em);
        var events = new ConsentEventRepository(em);
        var quietHours = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
        var outbox = new Outbox(new OutgoingMessageRepository(em), quietHours, clock);
        var states = new ConsentStates(profiles, subscriptions, suppressions);
        var ledger = new ConsentLedger(
                new Consent(subscriptions, suppressions, events, outbox, clock),
                states,
                new CampaignRepository(em),
                paths,
                new CommittedAttempts(profiles, paths, events, clock),
                access.audit,
                changes);
        service = new ConsentService(ledger, states, events);
        inTransaction(() -> {
            var samples = new Samples(em);
            profileId = samples.profile("+12125550101").getId();
            news = samples.campaign("News");
            form = samples.webPath(news, "Form");
            votesForm = samples.webPath(samples.campaign("Votes"), "Form");
        });
    }

    @Test
    @DisplayName("R5.1 the CRM hears of the first opt-in and of the last opt-out, once")
    void theCrmHearsOfWhatMatters() {
        assertThat(optIn(form, API)).isEqualTo(OptInResult.OPTED_IN);
        assertThat(optIn(votesForm, API)).isEqualTo(OptInResult.OPTED_IN);
        assertThat(optIn(form, API)).isEqualTo(OptInResult.UNCHANGED);
        assertThat(changes.fired).containsExactly("in " + profileId);

        inTransaction(() -> service.optOut(profileId, news.getId(), STOP));
        assertThat(changes.fired).hasSize(1);
        inTransaction(() -> service.optOut(profileId, STOP));
        inTransaction(() -> service.optOut(profileId, STOP));
        assertThat(changes.fired).containsExactly("in " + profileId, "out " + profileId);
    }

    @Test
    @DisplayName("R4.1 an API call without evidence is refused, and the attempt kept")
    void aBlockedAttemptIsKept() {
        inTransaction(() -> service.optOut(profileId, STOP));

        assertThatThrownBy(() -> optIn(form, API))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("opted out");

        assertThat(service.history(profileId))
                .filteredOn(event -> event.getAction() == ConsentAction.RESUBSCRIBE_BLOCKED)
                .singleElement()
                .satisfies(event -> assertThat(event.getOptInPathId()).isEqualTo(form.getId()));
        assertThat(changes.fired).containsExactly("out " + profileId);
    }

    @Test
    @DisplayName("R4.1 an administrator's record with the reason ends an opt-out; it is audited")
    void anAdministratorCanRecordConsent() {
        inTransaction(() -> service.optOut(profileId, STOP));
        assertThat(optIn(form, REASON)).isEqualTo(OptInResult.OPTED_IN);

        assertThat(changes.fired).containsExactly("out " + profileId, "in " + profileId);
        assertThat(access.audit.find("Consent", 0, 9).get(0).getChanges())
                .anySatisfy(change -> assertThat(change.to()).isEqualTo("She phoned us"));
    }

    @Test
    void onlyAnActivePathOfAnActiveCampaignTakesPeopleIn() {
        inTransaction(() -> new OptInPathRepository(em).get(form.getId()).setStatus(LifeStage.PENDING));
        inTransaction(
                () -> new CampaignRepository(em).get(votesForm.getCampaignId()).setStatus(LifeStage.ENDED));

        assertThatThrownBy(() -> optIn(form, REASON)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> optIn(votesForm, REASON)).isInstanceOf(ConflictException.class);
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        var crm = ConsentCause.of(ConsentSource.CRM, "token", "x");
        var tooLong = ConsentCause.of(ConsentSource.API, "token", "x".repeat(4001));
        assertThatThrownBy(() -> optIn(form, crm)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> optIn(form, tooLong)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> inTransaction(() -> service.optOut(profileId, crm)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> inTransaction(() -> service.optOut(profileId, news.getId(), STOP)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> inTransaction(() -> service.optOut(profileId + 1, STOP)))
                .isInstanceOf(NotFoundException.class);
    }

    private OptInResult optIn(OptInPath path, ConsentCause cause) {
        return inTransaction(() -> service.optIn(profileId, path.getId(), cause));
    }

    /** Commits the caller's transaction, which the refusal would roll back: the container uses one of its own. */
    private final class CommittedAttempts extends ConsentAttemptLedger {
        private CommittedAttempts(
                ProfileRepository profiles, OptInPathRepository paths, ConsentEventRepository events, Clock clock) {
            super(profiles, paths, events, clock);
        }

        @Override
        public void noteBlocked(long blockedProfileId, long optInPathId, ConsentCause cause) {
            super.noteBlocked(blockedProfileId, optInPathId, cause);
            em.getTransaction().commit();
        }
    }
}
