package org.mobiledatasync.sync.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.StoredAfter;
import org.mobiledatasync.profile.entity.Profile;

/**
 * A change of consent that waits for the five-minute sync (R5.1): the latest state of one profile for one integration.
 *
 * <p>Changes of one profile collapse; {@code revision} tells the sync that a newer one came while the older was under
 * way.
 */
@Entity
@Table(name = "outbound_change")
@StoredAfter({Integration.class, Profile.class})
public class OutboundChange {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbound_change_seq")
    @SequenceGenerator(name = "outbound_change_seq", sequenceName = "outbound_change_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "opt_in")
    private boolean optIn;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "not_before")
    private OffsetDateTime notBefore;

    @Column(name = "in_doubt_until")
    private OffsetDateTime inDoubtUntil;

    private int revision;

    private int attempts;

    @Version
    private int version;

    protected OutboundChange() {}

    public OutboundChange(Long integrationId, Long profileId, boolean optIn, OffsetDateTime now) {
        this.integrationId = integrationId;
        this.profileId = profileId;
        this.optIn = optIn;
        this.createdAt = now;
        this.notBefore = now;
    }

    /** Takes a newer state in; the age stays that of the oldest unsent change. */
    public void collapse(boolean latestOptIn, OffsetDateTime now) {
        optIn = latestOptIn;
        notBefore = now;
        attempts = 0;
        revision++;
    }

    /**
     * A contact is about to be made for it. Until the moment such a contact may come up in Salesforce even though no
     * answer tells so: none is made again, whatever newer state comes.
     */
    public void inDoubtUntil(OffsetDateTime when) {
        notBefore = when;
        inDoubtUntil = when;
    }

    /** Surely no contact was made for it. */
    public void doubtSolved(OffsetDateTime now) {
        notBefore = now;
        inDoubtUntil = null;
    }

    /** Leaves it for later, after an answer that time may change. */
    public void retryAt(OffsetDateTime when) {
        notBefore = when;
        attempts++;
    }

    /** Makes it due at once: what kept it waiting is settled. */
    public void hasten(OffsetDateTime now) {
        notBefore = now;
    }

    public Long getId() {
        return id;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public Long getProfileId() {
        return profileId;
    }

    public boolean isOptIn() {
        return optIn;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public OffsetDateTime getNotBefore() {
        return notBefore;
    }

    /** Null when no contact was about to be made for it. */
    public OffsetDateTime getInDoubtUntil() {
        return inDoubtUntil;
    }

    public int getRevision() {
        return revision;
    }

    public int getAttempts() {
        return attempts;
    }
}
