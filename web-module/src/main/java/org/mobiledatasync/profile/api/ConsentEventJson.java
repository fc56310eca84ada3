package org.mobiledatasync.profile.api;

import java.time.OffsetDateTime;
import org.mobiledatasync.consent.entity.ConsentEvent;

/** One change of consent, or one refused attempt. */
public record ConsentEventJson(
        long id,
        OffsetDateTime occurredAt,
        String actor,
        String action,
        String oldStatus,
        String newStatus,
        String source,
        String evidence,
        Long campaignId,
        Long optInPathId,
        Long runId,
        String constituentId) {

    static ConsentEventJson of(ConsentEvent event) {
        return new ConsentEventJson(
                event.getId(),
                event.getOccurredAt(),
                event.getActor(),
                event.getAction().name(),
                event.getOldStatus(),
                event.getNewStatus(),
                event.getSource().name(),
                event.getEvidence(),
                event.getCampaignId(),
                event.getOptInPathId(),
                event.getRunId(),
                event.getConstituentId());
    }
}
