package org.mobiledatasync.consent.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/**
 * One change of consent, or one refused attempt. Never changed, never deleted (R4.8).
 */
@Entity
@Table(name = "consent_event")
public class ConsentEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_event_seq")
    @SequenceGenerator(name = "consent_event_seq", sequenceName = "consent_event_seq", allocationSize = 50)
    private Long id;

    private String phone;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "campaign_id")
    private Long campaignId;

    @Column(name = "opt_in_path_id")
    private Long optInPathId;

    @Column(name = "occurred_at")
    private OffsetDateTime occurredAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private ConsentAction action;

    @Column(name = "old_status")
    private String oldStatus;

    @Column(name = "new_status")
    private String newStatus;

    @Enumerated(EnumType.STRING)
    private ConsentSource source;

    private String evidence;

    @Column(name = "run_id")
    private Long runId;

    @Column(name = "constituent_id")
    private String constituentId;

    protected ConsentEvent() {}

    /** What happened to whom, by whose word; the change itself is added with {@link #moved}. */
    public ConsentEvent(String phone, Long profileId, ConsentAction action, ConsentCause cause, OffsetDateTime now) {
        this.phone = phone;
        this.profileId = profileId;
        this.action = action;
        this.source = cause.source();
        this.actor = cause.actor();
        this.evidence = cause.evidence();
        this.runId = cause.runId();
        this.constituentId = cause.constituentId();
        this.occurredAt = now;
    }

    /** The change: a subscription's (campaign and path given) or the profile's. */
    public ConsentEvent moved(Long ofCampaignId, Long throughPathId, String from, String to) {
        campaignId = ofCampaignId;
        optInPathId = throughPathId;
        oldStatus = from;
        newStatus = to;
        return this;
    }

    public Long getId() {
        return id;
    }

    public String getPhone() {
        return phone;
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

    public OffsetDateTime getOccurredAt() {
        return occurredAt;
    }

    public String getActor() {
        return actor;
    }

    public ConsentAction getAction() {
        return action;
    }

    public String getOldStatus() {
        return oldStatus;
    }

    public String getNewStatus() {
        return newStatus;
    }

    public ConsentSource getSource() {
        return source;
    }

    public String getEvidence() {
        return evidence;
    }

    public Long getRunId() {
        return runId;
    }

    public String getConstituentId() {
        return constituentId;
    }
}
