package org.mobiledatasync.messaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.messaging.entity.MessageKind;
import org.mobiledatasync.messaging.entity.OutgoingMessage;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;

/** Whether a queued text may still be sent, asked in the moment of sending (R4.1). */
@ApplicationScoped
public class SendingConsent {

    private ProfileRepository profiles;
    private SubscriptionRepository subscriptions;
    private SuppressionRepository suppressions;

    protected SendingConsent() {}

    @Inject
    public SendingConsent(
            ProfileRepository profiles, SubscriptionRepository subscriptions, SuppressionRepository suppressions) {
        this.profiles = profiles;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
    }

    /**
     * Whether the person agrees to be sent the text.
     *
     * <p>Each needs a subscription: the question of a double opt-in one that waits for its answer, any other text an
     * active one. A person who opted out is sent only that question, and only when the person's own word asked for it.
     */
    boolean allows(OutgoingMessage text) {
        boolean reachable = isReachable(profiles.get(text.getProfileId()));
        return subscriptions.findByProfile(text.getProfileId()).stream()
                .filter(subscription -> text.getCampaignId().equals(subscription.getCampaignId()))
                .anyMatch(subscription ->
                        isAwaited(text, subscription) && (reachable || isAskedByTheirOwnWord(text, subscription)));
    }

    private static boolean isAwaited(OutgoingMessage text, Subscription subscription) {
        return subscription.getStatus()
                == (text.getKind() == MessageKind.CONFIRM ? SubscriptionStatus.PENDING : SubscriptionStatus.ACTIVE);
    }

    private static boolean isAskedByTheirOwnWord(OutgoingMessage text, Subscription subscription) {
        return text.getKind() == MessageKind.CONFIRM
                && ConsentSource.valueOf(subscription.getSource()).isFreshEvidence();
    }

    private boolean isReachable(Profile profile) {
        return profile.getStatus() != ProfileStatus.OPTED_OUT
                && profile.getStatus() != ProfileStatus.UNDELIVERABLE
                && suppressions.find(profile.getPhone()).isEmpty();
    }
}
