package org.mobiledatasync.profile.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.ejb.EJBException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.RecordedChanges;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentStates;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.messaging.control.Outbox;
import org.mobiledatasync.messaging.control.QuietHours;
import org.mobiledatasync.messaging.entity.MessageFilter;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.profile.control.DefaultRegion;
import org.mobiledatasync.profile.control.SignUpLedger;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.sync.entity.CrmLinkRepository;

class SignUpServiceTest extends DatabaseTest {

    private static final String TYPED = "212-555-0101";
    private static final String PHONE = "+12125550101";

    private final RecordedChanges changes = new RecordedChanges();
    private ProfileRepository profiles;
    private OptInPathRepository paths;
    private OutgoingMessageRepository messages;
    private SignUpLedger ledger;
    private DefaultRegion region;
    private SignUpService service;
    private OptInPath news;
    private OptInPath votes;

    @BeforeEach
    void prepare() {
        var clock = Clock.fixed(NOW.toInstant(), ZoneOffset.UTC);
        profiles = new ProfileRepository(em);
        paths = new OptInPathRepository(em);
        messages = new OutgoingMessageRepository(em);
        var subscriptions = new SubscriptionRepository(em);
        var suppressions = new SuppressionRepository(em);
        var outbox = new Outbox(messages, new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), clock);
        ledger = new SignUpLedger(
                profiles,
                new CampaignRepository(em),
                paths,
                suppressions,
                new CrmLinkRepository(em),
                new ConsentStates(profiles, subscriptions, suppressions),
                new Consent(subscriptions, suppressions, new ConsentEventRepository(em), outbox, clock),
                changes,
                clock);
        region = new DefaultRegion(new IntegrationRepository(em));
        service = new SignUpService(ledger, region);
        inTransaction(() -> {
            var samples = new Samples(em);
            news = samples.webPath(samples.campaign("News"), "Form");
            news.setWelcomeMessage("Welcome");
            votes = samples.webPath(samples.campaign("Votes"), "Form");
        });
    }

    @Test
    @DisplayName("R4.5 who fills in the form joins, is welcomed, and the CRM is told once")
    void aPersonJoins() {
        join(Map.of(ProfileField.FIRST_NAME, "Ada"), news, votes);

        assertThat(profile().getFirstName()).isEqualTo("Ada");
        assertThat(profile().getFirstSeenType()).isEqualTo(FirstSeenType.OPT_IN_PATH);
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);
        assertThat(new SubscriptionRepository(em).findByProfile(profile().getId()))
                .hasSize(2);
        assertThat(messages.count(new MessageFilter(null, null))).isEqualTo(1);
        assertThat(changes.fired).containsExactly("in " + profile().getId());

        join(Map.of(), news);
        assertThat(messages.count(new MessageFilter(null, null)))
                .as("joined before")
                .isEqualTo(1);
        assertThat(changes.fired).hasSize(1);
    }

    @Test
    void aFormFillsEmptyFieldsAndOverwritesNothing() {
        join(Map.of(ProfileField.FIRST_NAME, "Ada"), news);
        join(Map.of(ProfileField.FIRST_NAME, "Mallory", ProfileField.LAST_NAME, "Lovelace"), votes);

        assertThat(profile().getFirstName()).isEqualTo("Ada");
        assertThat(profile().getLastName()).isEqualTo("Lovelace");
    }

    @Test
    @DisplayName("S18 who is in already and gains an e-mail address by a form is exported again, once")
    void gainsAnEmailAddress() {
        join(Map.of(), news);
        join(Map.of(ProfileField.EMAIL, "ada@example.org"), news);
        join(Map.of(ProfileField.EMAIL, "ada@example.org"), news);

        assertThat(changes.fired)
                .containsExactly("in " + profile().getId(), "in " + profile().getId());
    }

    @Test
    void aFormOfAPathThatIsNotOpenTakesNobodyIn() {
        inTransaction(() -> paths.get(votes.getId()).setStatus(LifeStage.ENDED));
        assertThatThrownBy(() -> join(Map.of(), news, votes)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> join(Map.of())).isInstanceOf(InvalidInputException.class);

        inTransaction(() -> paths.get(news.getId()).setType(OptInPathType.PHONE));
        assertThatThrownBy(() -> join(Map.of(), news)).isInstanceOf(InvalidInputException.class);
        assertThat(profiles.findByPhone(PHONE)).isEmpty();
    }

    @Test
    @DisplayName("R4.1 who leaves by the form is suppressed, known or not; a new form is fresh evidence")
    void aPersonLeavesAndComesBack() {
        inTransaction(() -> service.leave(TYPED, "opt-out form"));
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.OPTED_OUT);
        assertThat(new SuppressionRepository(em).find(PHONE)).isPresent();

        join(Map.of(), news);
        assertThat(profile().getStatus()).isEqualTo(ProfileStatus.ACTIVE_SUBSCRIBER);
        assertThat(changes.fired)
                .containsExactly("out " + profile().getId(), "in " + profile().getId());
    }

    @Test
    @DisplayName("R4.1 a STOP is not lost because a sync was quicker: it is done again")
    void aStopIsDoneAgain() {
        var rolledBack = new ArrayDeque<>(List.of(new EJBException("version"), new EJBException("unique key")));
        var contended = new SignUpService(
                new SignUpLedger() {
                    @Override
                    public void leave(String number, ConsentCause cause) {
                        if (!rolledBack.isEmpty()) {
                            throw rolledBack.remove();
                        }
                        ledger.leave(number, cause);
                    }
                },
                region);

        inTransaction(() -> contended.leave(TYPED, "opt-out form"));

        assertThat(new SuppressionRepository(em).find(PHONE)).isPresent();
    }

    @Test
    @DisplayName("R1.1 only mobile numbers join")
    void onlyMobileNumbersJoin() {
        assertThatThrownBy(() -> inTransaction(
                        () -> service.join("555", new ProfileInput(Map.of(), null), List.of(news.getId()), "form")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> inTransaction(() -> service.leave(null, "form")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    @DisplayName("R1.1 a number without a country code is one of the first integration's country")
    void aNumberIsReadAsItsPeopleWriteIt() {
        inTransaction(() -> {
            new Samples(em).integration("Salesforce").setDefaultRegion("MX");
            new Samples(em).integration("Another");
        });

        inTransaction(
                () -> service.join("55 1234 5678", new ProfileInput(Map.of(), null), List.of(news.getId()), "form"));
        inTransaction(() -> service.leave("55 8765 4321", "form"));

        assertThat(profiles.findByPhone("+525512345678")).isPresent();
        assertThat(profiles.findByPhone("+525587654321")).isPresent();
        assertThatThrownBy(() -> inTransaction(() -> service.leave("12", "form")))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(
                                refused.problems().get(0).message())
                        .endsWith("such as 222 123 4567."));
    }

    private void join(Map<ProfileField, String> fields, OptInPath... through) {
        var ids = List.of(through).stream().map(OptInPath::getId).toList();
        inTransaction(() -> service.join(TYPED, new ProfileInput(fields, null), ids, "form"));
    }

    private Profile profile() {
        return profiles.findByPhone(PHONE).orElseThrow();
    }
}
