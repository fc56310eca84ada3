package org.mobiledatasync.consent.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileStatus;

/**
 * All that is known of one person's consent, loaded before it is changed.
 *
 * @param suppressed whether the number said STOP
 */
public record ConsentState(Profile profile, List<Subscription> subscriptions, boolean suppressed) {

    public ConsentState {
        subscriptions = new ArrayList<>(subscriptions);
    }

    /** A profile just made: never subscribed. */
    public static ConsentState ofNew(Profile profile, boolean suppressed) {
        return new ConsentState(profile, List.of(), suppressed);
    }

    public Optional<Subscription> in(Long campaignId) {
        return subscriptions.stream()
                .filter(subscription -> subscription.getCampaignId().equals(campaignId))
                .findFirst();
    }

    /** Whether only fresh evidence may make the person active (R4.1). */
    public boolean isOptedOut() {
        return suppressed || profile.getStatus() == ProfileStatus.OPTED_OUT;
    }

    public boolean isActive() {
        return !isOptedOut() && subscriptions.stream().anyMatch(Subscription::isActive);
    }

    /** Whether a double opt-in waits for its answer. */
    public boolean isPending() {
        return !isOptedOut()
                && subscriptions.stream()
                        .anyMatch(subscription -> subscription.getStatus() == SubscriptionStatus.PENDING);
    }
}
