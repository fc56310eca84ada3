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
import java.io.Serializable;
import java.time.OffsetDateTime;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * How people join a campaign, and what they are sent when they do.
 *
 * <p>With double opt-in the confirm message asks first; the Welcome message goes out once the subscription is active
 * (R4.5, R4.6). A path without a Welcome message sends none.
 */
@Entity
@Table(name = "opt_in_path")
@StoredAfter(Campaign.class)
public class OptInPath implements Serializable {
    /** The most characters of a text that a path sends. */
    public static final int MESSAGE_LENGTH = 1600;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opt_in_path_seq")
    @SequenceGenerator(name = "opt_in_path_seq", sequenceName = "opt_in_path_seq", allocationSize = 50)
    private Long id;

    @Column(name = "campaign_id")
    private Long campaignId;

    private String name;

    @Enumerated(EnumType.STRING)
    private OptInPathType type = OptInPathType.WEB;

    @Enumerated(EnumType.STRING)
    private LifeStage status = LifeStage.ACTIVE;

    @Column(name = "double_opt_in")
    private boolean doubleOptIn;

    private String keyword;

    @Column(name = "welcome_message")
    private String welcomeMessage;

    @Column(name = "confirm_message")
    private String confirmMessage;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Version
    private int version;

    protected OptInPath() {}

    public OptInPath(Long campaignId, String name, OptInPathType type, OffsetDateTime now) {
        this.campaignId = campaignId;
        this.name = name;
        this.type = type;
        this.createdAt = now;
    }

    public Long getId() {
        return id;
    }

    public Long getCampaignId() {
        return campaignId;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public OptInPathType getType() {
        return type;
    }

    public void setType(OptInPathType type) {
        this.type = type;
    }

    public LifeStage getStatus() {
        return status;
    }

    public void setStatus(LifeStage status) {
        this.status = status;
    }

    public boolean isDoubleOptIn() {
        return doubleOptIn;
    }

    public void setDoubleOptIn(boolean doubleOptIn) {
        this.doubleOptIn = doubleOptIn;
    }

    public String getKeyword() {
        return keyword;
    }

    public void setKeyword(String keyword) {
        this.keyword = keyword;
    }

    public String getWelcomeMessage() {
        return welcomeMessage;
    }

    public void setWelcomeMessage(String welcomeMessage) {
        this.welcomeMessage = welcomeMessage;
    }

    public String getConfirmMessage() {
        return confirmMessage;
    }

    public void setConfirmMessage(String confirmMessage) {
        this.confirmMessage = confirmMessage;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
