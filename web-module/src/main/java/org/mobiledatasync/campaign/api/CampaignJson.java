package org.mobiledatasync.campaign.api;

import java.time.OffsetDateTime;
import org.mobiledatasync.campaign.entity.Campaign;

/** A campaign; {@code status} is PENDING, ACTIVE or ENDED. */
public record CampaignJson(Long id, String name, String status, OffsetDateTime createdAt, Integer version) {

    static CampaignJson of(Campaign campaign) {
        return new CampaignJson(
                campaign.getId(),
                campaign.getName(),
                campaign.getStatus().name(),
                campaign.getCreatedAt(),
                campaign.getVersion());
    }
}
