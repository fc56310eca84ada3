package org.mobiledatasync.campaign.api;

import java.time.OffsetDateTime;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.platform.api.RequestValue;

/** An opt-in path; {@code type} is WEB or PHONE, {@code status} PENDING, ACTIVE or ENDED. */
public record OptInPathJson(
        Long id,
        Long campaignId,
        String name,
        String type,
        String status,
        Boolean doubleOptIn,
        String keyword,
        String welcomeMessage,
        String confirmMessage,
        OffsetDateTime createdAt,
        Integer version) {

    static OptInPathJson of(OptInPath path) {
        return new OptInPathJson(
                path.getId(),
                path.getCampaignId(),
                path.getName(),
                path.getType().name(),
                path.getStatus().name(),
                path.isDoubleOptIn(),
                path.getKeyword(),
                path.getWelcomeMessage(),
                path.getConfirmMessage(),
                path.getCreatedAt(),
                path.getVersion());
    }

    /** Fills a path with what was sent. */
    OptInPath writeTo(OptInPath path) {
        path.setName(name);
        path.setType(RequestValue.constant("type", type, OptInPathType.class, path.getType()));
        path.setStatus(RequestValue.constant("status", status, LifeStage.class, path.getStatus()));
        path.setDoubleOptIn(Boolean.TRUE.equals(doubleOptIn));
        path.setKeyword(keyword);
        path.setWelcomeMessage(welcomeMessage);
        path.setConfirmMessage(confirmMessage);
        return path;
    }
}
