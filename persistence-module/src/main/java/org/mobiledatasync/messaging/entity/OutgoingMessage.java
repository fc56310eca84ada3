package org.mobiledatasync.messaging.entity;

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
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.platform.entity.StoredAfter;
import org.mobiledatasync.profile.entity.Profile;

/**
 * One text to one person. The database lets each profile have one of a kind per path: the Welcome message goes out once
 * (R4.6).
 */
@Entity
@Table(name = "outgoing_message")
@StoredAfter(Profile.class)
public class OutgoingMessage {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outgoing_message_seq")
    @SequenceGenerator(name = "outgoing_message_seq", sequenceName = "outgoing_message_seq", allocationSize = 50)
    private Long id;

    @Column(name = "profile_id")
    private Long profileId;

    private String phone;

    @Column(name = "campaign_id")
    private Long campaignId;

    @Column(name = "opt_in_path_id")
    private Long optInPathId;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    @Column(name = "message_text")
    private String text;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    @Column(name = "not_before")
    private OffsetDateTime notBefore;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "state_at")
    private OffsetDateTime stateAt;

    private String error;

    protected OutgoingMessage() {}

    public OutgoingMessage(
            Profile profile,
            OptInPath path,
            MessageKind kind,
            String text,
            OffsetDateTime now,
            OffsetDateTime notBefore) {
        this.profileId = profile.getId();
        this.phone = profile.getPhone();
        this.campaignId = path.getCampaignId();
        this.optInPathId = path.getId();
        this.kind = kind;
        this.text = text;
        this.state = MessageState.QUEUED;
        this.createdAt = now;
        this.stateAt = now;
        this.notBefore = notBefore;
    }

    public void move(MessageState to, String why, OffsetDateTime now) {
        state = to;
        error = why;
        stateAt = now;
    }

    /** Whether it is certain that the person did not get it. */
    public boolean neverWentOut() {
        return state == MessageState.CANCELLED || state == MessageState.FAILED;
    }

    /** Takes the place of what was sent or cancelled before; one that is still on its way stays as it is. */
    public void queueAgain(String newText, OffsetDateTime now, OffsetDateTime earliest) {
        if (state != MessageState.QUEUED && state != MessageState.SENDING) {
            text = newText;
            createdAt = now;
            notBefore = earliest;
            move(MessageState.QUEUED, null, now);
        }
    }

    public Long getId() {
        return id;
    }

    public Long getProfileId() {
        return profileId;
    }

    public String getPhone() {
        return phone;
    }

    public Long getCampaignId() {
        return campaignId;
    }

    public Long getOptInPathId() {
        return optInPathId;
    }

    public MessageKind getKind() {
        return kind;
    }

    public String getText() {
        return text;
    }

    public MessageState getState() {
        return state;
    }

    public OffsetDateTime getNotBefore() {
        return notBefore;
    }

    public void setNotBefore(OffsetDateTime notBefore) {
        this.notBefore = notBefore;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public OffsetDateTime getStateAt() {
        return stateAt;
    }

    public String getError() {
        return error;
    }
}
