package org.mobiledatasync.consent.control;

import static org.mobiledatasync.platform.Samples.NOW;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.messaging.control.Outbox;
import org.mobiledatasync.messaging.control.QuietHours;
import org.mobiledatasync.messaging.entity.MessageFilter;
import org.mobiledatasync.messaging.entity.MessageState;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;

/** One person, two campaigns with their paths, and the consent feature over a real database. */
abstract class ConsentFixture extends DatabaseTest {

    static final String PHONE = "+12125550101";
    static final ConsentCause STOP = ConsentCause.of(ConsentSource.KEYWORD, "sms", "STOP");
    static final ConsentCause YES = ConsentCause.of(ConsentSource.KEYWORD, "sms", "YES");
    static final ConsentCause FORM = ConsentCause.of(ConsentSource.WEB_FORM, "web", "form of 1 November");
    static final ConsentCause API = ConsentCause.of(ConsentSource.API, "token", "said our program");
    static final ConsentCause CRM = ConsentCause.crm(1L, "003000000000001AAA", "opt-in true");

    ProfileRepository profiles;
    OptInPathRepository paths;
    SubscriptionRepository subscriptions;
    SuppressionRepository suppressions;
    ConsentEventRepository events;
    OutgoingMessageRepository messages;
    Consent consent;

    long profileId;
    Campaign news;
    Campaign votes;
    OptInPath form;
    OptInPath otherForm;
    OptInPath doubleForm;
    OptInPath votesForm;

    @BeforeEach
    void prepare() {
        var clock = Clock.fixed(NOW.toInstant(), ZoneOffset.UTC);
        profiles = new ProfileRepository(em);
        paths = new OptInPathRepository(em);
        subscriptions = new SubscriptionRepository(em);
        suppressions = new SuppressionRepository(em);
        events = new ConsentEventRepository(em);
        messages = new OutgoingMessageRepository(em);
        var quietHours = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
        consent = new Consent(subscriptions, suppressions, events, new Outbox(messages, quietHours, clock), clock);
        inTransaction(() -> {
            var samples = new Samples(em);
            profileId = samples.profile(PHONE).getId();
            news = samples.campaign("News");
            votes = samples.campaign("Votes");
            form = path(samples, news, "Form");
            otherForm = path(samples, news, "Other");
            doubleForm = path(samples, news, "Double");
            doubleForm.setDoubleOptIn(true);
            votesForm = path(samples, votes, "Form");
        });
    }

    OptInResult optIn(OptInPath path, ConsentCause cause) {
        return inTransaction(() -> consent.optIn(state(), path, cause));
    }

    boolean optOut(ConsentCause cause) {
        return inTransaction(() -> consent.optOut(state(), cause));
    }

    ConsentState state() {
        return new ConsentState(
                profile(),
                subscriptions.findByProfile(profileId),
                suppressions.find(PHONE).isPresent());
    }

    Profile profile() {
        return profiles.get(profileId);
    }

    Subscription subscriptionIn(Campaign campaign) {
        return subscriptions.findByProfile(profileId).stream()
                .filter(subscription -> subscription.getCampaignId().equals(campaign.getId()))
                .findFirst()
                .orElseThrow();
    }

    List<ConsentAction> actions() {
        return events.findByPhone(PHONE).stream().map(ConsentEvent::getAction).toList();
    }

    ConsentEvent event(ConsentAction action) {
        return events.findByPhone(PHONE).stream()
                .filter(event -> event.getAction() == action)
                .findFirst()
                .orElseThrow();
    }

    /** The person's texts, oldest first, such as "WELCOME QUEUED". */
    List<String> texts() {
        return messages.search(new MessageFilter(profileId, null), 0, 99).stream()
                .sorted((a, b) -> a.getId().compareTo(b.getId()))
                .map(message -> message.getKind() + " " + message.getState())
                .toList();
    }

    void sendEverything() {
        moveTexts(MessageState.SENT);
    }

    void moveTexts(MessageState to) {
        inTransaction(() -> messages.search(new MessageFilter(profileId, null), 0, 99)
                .forEach(message -> message.move(to, null, NOW)));
    }

    private static OptInPath path(Samples samples, Campaign campaign, String name) {
        var path = samples.webPath(campaign, name);
        path.setWelcomeMessage("Welcome");
        path.setConfirmMessage("Reply YES");
        return path;
    }
}
