package org.mobiledatasync.messaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
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
     * The ids of those texts whose person agrees.
     *
     * <p>The question of a double opt-in needs a subscription that waits for its answer; every opt-out ends such a one.
     * Any other text needs an active subscription, and a number that neither said STOP nor is undeliverable.
     */
    public Set<Long> allowedAmong(Collection<OutgoingMessage> texts) {
        List<Long> people = texts.stream().map(OutgoingMessage::getProfileId).toList();
        Map<Long, Profile> byId =
                profiles.findByIds(people).stream().collect(Collectors.toMap(Profile::getId, Function.identity()));
        Map<Long, List<Subscription>> theirs = subscriptions.findByProfiles(people).stream()
                .collect(Collectors.groupingBy(Subscription::getProfileId));
        Set<String> suppressed = suppressions.findAmong(
                texts.stream().map(OutgoingMessage::getPhone).toList());
        return texts.stream()
                .filter(text -> theirs.getOrDefault(text.getProfileId(), List.of()).stream()
                        .anyMatch(subscription -> text.getCampaignId().equals(subscription.getCampaignId())
                                && isAwaited(text, subscription.getStatus())))
                .filter(text -> text.getKind() == MessageKind.CONFIRM
                        || (!suppressed.contains(text.getPhone()) && isReachable(byId.get(text.getProfileId()))))
                .map(OutgoingMessage::getId)
                .collect(Collectors.toSet());
    }

    private static boolean isAwaited(OutgoingMessage text, SubscriptionStatus status) {
        return status
                == (text.getKind() == MessageKind.CONFIRM ? SubscriptionStatus.PENDING : SubscriptionStatus.ACTIVE);
    }

    private static boolean isReachable(Profile profile) {
        return profile.getStatus() != ProfileStatus.OPTED_OUT && profile.getStatus() != ProfileStatus.UNDELIVERABLE;
    }
}
