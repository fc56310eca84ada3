package org.mobiledatasync.messaging.api;

import java.time.OffsetDateTime;
import org.mobiledatasync.messaging.entity.OutgoingMessage;

/**
 * One outgoing text.
 *
 * @param notBefore when it may go out at the earliest
 * @param stateAt since when it is in its state
 */
public record MessageJson(
        long id,
        long profileId,
        String phone,
        long campaignId,
        long optInPathId,
        String kind,
        String text,
        String state,
        OffsetDateTime notBefore,
        OffsetDateTime createdAt,
        OffsetDateTime stateAt,
        String error) {

    static MessageJson of(OutgoingMessage message) {
        return new MessageJson(
                message.getId(),
                message.getProfileId(),
                message.getPhone(),
                message.getCampaignId(),
                message.getOptInPathId(),
                message.getKind().name(),
                message.getText(),
                message.getState().name(),
                message.getNotBefore(),
                message.getCreatedAt(),
                message.getStateAt(),
                message.getError());
    }
}
