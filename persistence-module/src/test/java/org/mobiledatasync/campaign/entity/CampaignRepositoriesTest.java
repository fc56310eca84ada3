package org.mobiledatasync.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.platform.entity.NotFoundException;

class CampaignRepositoriesTest extends DatabaseTest {

    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private SubscriptionRepository subscriptions;
    private Samples samples;

    @BeforeEach
    void makeRepositories() {
        campaigns = new CampaignRepository(em);
        paths = new OptInPathRepository(em);
        subscriptions = new SubscriptionRepository(em);
        samples = new Samples(em);
    }

    @Test
    void everyColumnOfACampaignComesBack() {
        var stored = new Campaign("n".repeat(255), NOW);
        stored.setStatus(LifeStage.PENDING);
        inTransaction(() -> campaigns.add(stored));

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, campaigns.get(stored.getId()));
        RoundTrip.assertEveryColumnIsFilled(database, "campaign");
    }

    @Test
    void everyColumnOfAPathComesBack() {
        var campaign = inTransaction(() -> samples.campaign("News"));
        var stored = new OptInPath(campaign.getId(), "Texted in", OptInPathType.PHONE, NOW);
        stored.setStatus(LifeStage.ENDED);
        stored.setDoubleOptIn(true);
        stored.setKeyword("JOIN");
        stored.setWelcomeMessage("é".repeat(1600));
        stored.setConfirmMessage("y".repeat(1600));
        inTransaction(() -> paths.add(stored));

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, paths.get(stored.getId()));
        RoundTrip.assertEveryColumnIsFilled(database, "opt_in_path");
    }

    @Test
    void everyColumnOfASubscriptionComesBack() {
        var stored = inTransaction(() -> {
            var path = samples.webPath(samples.campaign("News"), "Form");
            var subscription = new Subscription(
                    samples.profile("+12125550101").getId(), path, SubscriptionStatus.ACTIVE, "WEB_FORM", NOW);
            subscription.optOut(NOW.plusDays(2));
            subscriptions.add(subscription);
            return subscription;
        });

        assertThat(stored.getId()).isPositive();
        assertThat(subscriptions.findByProfile(stored.getProfileId()))
                .singleElement()
                .satisfies(read -> RoundTrip.assertSame(stored, read));
        RoundTrip.assertEveryColumnIsFilled(database, "subscription");
    }

    @Test
    void campaignsComeByNameAndKeepTheirNameToThemselves() {
        inTransaction(() -> {
            samples.campaign("Votes");
            samples.campaign("Alerts");
        });

        assertThat(campaigns.findAll()).extracting(Campaign::getName).containsExactly("Alerts", "Votes");
        assertThat(campaigns.findByName("Votes")).isPresent();
        assertThat(campaigns.findByName("Nothing")).isEmpty();
        assertThatThrownBy(() -> campaigns.get(3))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no campaign 3.");
        assertRefused(() -> samples.campaign("Votes"));
    }

    @Test
    void pathsComeByNameAndAreNamedOncePerCampaign() {
        var votes = inTransaction(() -> {
            var one = samples.campaign("Votes");
            samples.webPath(one, "Web");
            samples.webPath(one, "Form");
            samples.webPath(samples.campaign("Alerts"), "Form");
            return one;
        });

        assertThat(paths.findByCampaign(votes.getId()))
                .extracting(OptInPath::getName)
                .containsExactly("Form", "Web");
        assertThat(paths.findAll()).extracting(OptInPath::getName).containsExactly("Form", "Form", "Web");
        assertThatThrownBy(() -> paths.get(3))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no opt-in path 3.");
        assertRefused(() -> samples.webPath(votes, "Web"));
    }

    @Test
    @DisplayName("R4.5 one subscription per profile and campaign, for ever, whatever the path")
    void aProfileHasOneSubscriptionPerCampaign() {
        var profileId = inTransaction(() -> samples.profile("+12125550101").getId());
        var news = inTransaction(() -> samples.campaign("News"));
        var form = inTransaction(() -> samples.webPath(news, "Form"));
        var other = inTransaction(() -> samples.webPath(news, "Other"));
        inTransaction(() ->
                subscriptions.add(new Subscription(profileId, form, SubscriptionStatus.OPTED_OUT, "WEB_FORM", NOW)));

        assertRefused(
                () -> subscriptions.add(new Subscription(profileId, other, SubscriptionStatus.ACTIVE, "CRM", NOW)));
        assertThat(subscriptions.findByProfile(profileId)).hasSize(1);
    }

    @Test
    void subscriptionsOfSeveralProfilesComeAtOnce() {
        var ids = inTransaction(() -> {
            var path = samples.webPath(samples.campaign("News"), "Form");
            var profiles = List.of(
                    samples.profile("+12125550101").getId(),
                    samples.profile("+12125550102").getId(),
                    samples.profile("+12125550103").getId());
            profiles.forEach(
                    id -> subscriptions.add(new Subscription(id, path, SubscriptionStatus.PENDING, "WEB_FORM", NOW)));
            return profiles;
        });

        assertThat(subscriptions.findByProfiles(ids.subList(0, 2)))
                .extracting(Subscription::getProfileId)
                .containsExactly(ids.get(0), ids.get(1));
        assertThat(subscriptions.findByProfiles(List.of())).isEmpty();
    }

    @Test
    void anEditedDetachedPathIsTakenInAndAnOutdatedOneRefused() {
        var path = inTransaction(() -> samples.webPath(samples.campaign("News"), "Form"));
        path.setWelcomeMessage("Hi");
        inTransaction(() -> paths.update(path));
        assertThat(paths.get(path.getId()).getWelcomeMessage()).isEqualTo("Hi");
        em.clear();

        path.setWelcomeMessage("Outdated: its version is the first one");
        assertRefused(() -> paths.update(path));
    }

    private void assertRefused(Runnable work) {
        assertThatThrownBy(() -> inTransaction(work)).isInstanceOf(PersistenceException.class);
    }
}
