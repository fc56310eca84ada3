package org.mobiledatasync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.sync.entity.SettledLinks.SettledLink;

class SettledLinksTest extends DatabaseTest {
    private static final String ADA = "003000000000001AAA";
    private static final String BOB = "003000000000002AAA";
    private static final OffsetDateTime LATER = NOW.plusDays(1);

    private SettledLinks links;
    private Integration salesforce;
    private Profile ada;
    private CrmLink link;

    @BeforeEach
    void settleOneOfTwoPairs() {
        links = new SettledLinks(em);
        inTransaction(() -> {
            Samples samples = new Samples(em);
            salesforce = samples.integration("Salesforce");
            ada = samples.profile("+12125550101");
            link = samples.link(salesforce, ada, ADA);
            link.settle("mark-a", 1);
            samples.link(salesforce, samples.profile("+12125550102"), BOB);
        });
    }

    private List<SettledLink> settled(OffsetDateTime syncedBefore) {
        List<SettledLink> found = new ArrayList<>();
        inTransaction(() -> links.forEach(salesforce.getId(), syncedBefore, found::add));
        return found;
    }

    private void change(Consumer<Profile> change) {
        inTransaction(() -> change.accept(em.find(Profile.class, ada.getId())));
    }

    @Test
    @DisplayName("a settled pair is found, with its mark and number; one that is not settled is none")
    void found() {
        assertThat(settled(LATER)).containsExactly(new SettledLink(link.getId(), ADA, "mark-a", "+12125550101"));
    }

    @Test
    @DisplayName("a pair that was in sync later than the export was asked for is left to the decision")
    void newerHere() {
        assertThat(settled(NOW)).isEmpty();
    }

    @Test
    @DisplayName("a profile that changed since, in a field or in its consent, is left to the decision")
    void changedProfile() {
        change(profile -> profile.setStatus(ProfileStatus.OPTED_OUT));

        assertThat(settled(LATER)).isEmpty();
    }

    @Test
    @DisplayName("a person who was asked meanwhile is left to the decision")
    void asked() {
        inTransaction(() -> {
            Samples samples = new Samples(em);
            em.persist(new Subscription(
                    ada.getId(),
                    samples.webPath(samples.campaign("Alerts"), "Web"),
                    SubscriptionStatus.PENDING,
                    "KEYWORD",
                    NOW));
        });

        assertThat(settled(LATER)).isEmpty();
    }

    @Test
    @DisplayName("a person whose consent is on its way is left to the decision")
    void onItsWay() {
        inTransaction(() -> em.persist(new OutboundChange(salesforce.getId(), ada.getId(), false, NOW)));

        assertThat(settled(LATER)).isEmpty();
    }

    @Test
    @DisplayName("a pair whose base moved is not settled any more")
    void movedBase() {
        inTransaction(() -> em.find(CrmLink.class, link.getId()).agreedOn(Map.of("state", "NY"), NOW, NOW));
        assertThat(settled(LATER)).isEmpty();
    }
}
