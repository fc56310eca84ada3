package org.mobiledatasync.profile.api;

import java.time.OffsetDateTime;
import org.mobiledatasync.profile.boundary.ProfileDetails.Membership;

/** One campaign that a profile is or was in. */
public record SubscriptionJson(
        long campaignId,
        String campaignName,
        long optInPathId,
        String optInPathName,
        String status,
        String source,
        OffsetDateTime createdAt,
        OffsetDateTime activatedAt,
        OffsetDateTime optedOutAt) {

    static SubscriptionJson of(Membership membership) {
        var subscription = membership.subscription();
        return new SubscriptionJson(
                subscription.getCampaignId(),
                membership.campaignName(),
                subscription.getOptInPathId(),
                membership.optInPathName(),
                subscription.getStatus().name(),
                subscription.getSource(),
                subscription.getCreatedAt(),
                subscription.getActivatedAt(),
                subscription.getOptedOutAt());
    }
}
