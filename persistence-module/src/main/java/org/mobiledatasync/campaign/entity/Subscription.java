package org.mobiledatasync.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import org.mobiledatasync.platform.entity.StoredAfter;
import org.mobiledatasync.profile.entity.Profile;

/**
 * One profile in one campaign. Written by the consent feature only (R4.8).
 */
@Entity
@Table(name = "subscription")
@StoredAfter({Profile.class, Campaign.class, OptInPath.class})
public class Subscription {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subscription_seq")
    @SequenceGenerator(name = "subscription_seq", sequenceName = "subscription_seq", allocationSize = 50)
    private Long id;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "campaign_id")
    private Long campaignId;

    @Column(name = "opt_in_path_id")
    private Long optInPathId;

    @Enumerated(EnumType.STRING)
    private SubscriptionStatus status;

    private String source;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "activated_at")
    private OffsetDateTime activatedAt;

    @Column(name = "opted_out_at")
    private OffsetDateTime optedOutAt;

    @Version
    private int version;

    protected Subscription() {}

    public Subscription(Long profileId, OptInPath path, SubscriptionStatus status, String source, OffsetDateTime now) {
        this.profileId = profileId;
        this.campaignId = path.getCampaignId();
        this.optInPathId = path.getId();
        this.status = status;
        this.source = source;
        this.createdAt = now;
        this.activatedAt = status == SubscriptionStatus.ACTIVE ? now : null;
    }

    /** Takes the person in, through the given path. */
    public void activate(Long throughPathId, String by, OffsetDateTime now) {
        status = SubscriptionStatus.ACTIVE;
        optInPathId = throughPathId;
        source = by;
        activatedAt = now;
        optedOutAt = null;
    }

    /** Asks the person to confirm, through the given path. */
    public void ask(Long throughPathId, String by, OffsetDateTime now) {
        status = SubscriptionStatus.PENDING;
        optInPathId = throughPathId;
        source = by;
        createdAt = now;
    }

    public void optOut(OffsetDateTime now) {
        status = SubscriptionStatus.OPTED_OUT;
        optedOutAt = now;
    }

    public boolean isActive() {
        return status == SubscriptionStatus.ACTIVE;
    }

    public Long getId() {
        return id;
    }

    public Long getProfileId() {
        return profileId;
    }

    public Long getCampaignId() {
        return campaignId;
    }

    public Long getOptInPathId() {
        return optInPathId;
    }

    public SubscriptionStatus getStatus() {
        return status;
    }

    public String getSource() {
        return source;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public OffsetDateTime getActivatedAt() {
        return activatedAt;
    }

    public OffsetDateTime getOptedOutAt() {
        return optedOutAt;
    }

    public int getVersion() {
        return version;
    }
}
