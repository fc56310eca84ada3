package org.mobiledatasync.sync.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.StoredAfter;
import org.mobiledatasync.platform.entity.StringMapConverter;
import org.mobiledatasync.profile.entity.Profile;

/**
 * A profile and a contact known to be one person, with the base: the values both sides had when last in sync.
 *
 * <p>One contact has at most one profile and one profile at most one contact per integration; the database enforces it
 * (R1.8). The base is written in the transaction of the change that it describes, for pushes only after Salesforce
 * confirmed (R3.9). No base means: linked, but never yet in agreement.
 *
 * <p>A link never changes its profile or its contact: another one takes its place.
 */
@Entity
@Table(name = "crm_link")
@StoredAfter({Integration.class, Profile.class})
public class CrmLink {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "crm_link_seq")
    @SequenceGenerator(name = "crm_link_seq", sequenceName = "crm_link_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "contact_id")
    private String contactId;

    @Convert(converter = StringMapConverter.class)
    @Column(name = "base_values")
    private Map<String, String> base;

    private boolean based;

    @Column(name = "base_opt_in")
    private Boolean baseOptIn;

    @Column(name = "seen_row")
    private String seenRow;

    private String settled;

    @Column(name = "settled_version")
    private Integer settledVersion;

    @Column(name = "synced_at")
    private OffsetDateTime syncedAt;

    @Column(name = "fields_synced_at")
    private OffsetDateTime fieldsSyncedAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Version
    private int version;

    protected CrmLink() {}

    public CrmLink(Long integrationId, Long profileId, String contactId, OffsetDateTime now) {
        this.integrationId = integrationId;
        this.profileId = profileId;
        this.contactId = contactId;
        this.base = new TreeMap<>();
        this.createdAt = now;
        this.syncedAt = now;
    }

    /**
     * Both sides now hold these values, by field. Empty values are not part of a base.
     *
     * @param asOf from when on changes of the profile may be missing in them
     */
    public void agreedOn(Map<String, String> values, OffsetDateTime asOf, OffsetDateTime now) {
        base = new TreeMap<>(values);
        based = true;
        fieldsSyncedAt = asOf;
        syncedAt = now;
        unsettle();
    }

    /**
     * The fields were looked at, and nothing of them is to move until the profile is changed here again.
     *
     * @param asOf from when on changes of the profile may not have been looked at
     */
    public void lookedAt(OffsetDateTime asOf) {
        fieldsSyncedAt = asOf;
    }

    /**
     * Whether the profile may hold a value that was never compared with the contact's. An opt-in that both sides took says
     * nothing of the fields.
     *
     * @param changedHereAt when the profile was changed here last; null when never
     */
    public boolean isBehind(OffsetDateTime changedHereAt) {
        return fieldsSyncedAt == null || changedHereAt != null && !changedHereAt.isBefore(fieldsSyncedAt);
    }

    /** Both sides now hold this opt-in. */
    public void agreedOnOptIn(boolean optIn, OffsetDateTime now) {
        baseOptIn = optIn;
        syncedAt = now;
        unsettle();
    }

    /**
     * A sync that met the pair like this would have nothing to do with it.
     *
     * @param mark by which the record and the rules are known again
     * @param profileVersion the version of the profile that is spoken of
     */
    public void settle(String mark, int profileVersion) {
        settled = mark;
        settledVersion = profileVersion;
    }

    /** Whether {@link #settle} was told the same. */
    public boolean isSettled(String mark, int profileVersion) {
        return mark.equals(settled) && Objects.equals(settledVersion, profileVersion);
    }

    private void unsettle() {
        settled = null;
        settledVersion = null;
    }

    /**
     * The link that takes the place of this one when the profile's contact was merged into another (ADR 7). A link is of
     * one contact for ever, since reports name contacts by it (ADR 12). No field is agreed on with the survivor yet. What
     * both sides last held as the opt-in stays, and when: a person who opted out in Salesforce has done so in either
     * contact (R4.2).
     */
    public CrmLink successor(String survivorId) {
        CrmLink successor = new CrmLink(integrationId, profileId, survivorId, createdAt);
        successor.baseOptIn = baseOptIn;
        successor.syncedAt = syncedAt;
        return successor;
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

    public String getContactId() {
        return contactId;
    }

    public Map<String, String> getBase() {
        return base;
    }

    public boolean isBased() {
        return based;
    }

    public Boolean getBaseOptIn() {
        return baseOptIn;
    }

    public void setBaseOptIn(Boolean baseOptIn) {
        this.baseOptIn = baseOptIn;
        unsettle();
    }

    public String getSeenRow() {
        return seenRow;
    }

    public void setSeenRow(String seenRow) {
        this.seenRow = seenRow;
        unsettle();
    }

    /** When the base of fields or opt-in was written last, or the pair was made. */
    public OffsetDateTime getSyncedAt() {
        return syncedAt;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
    }
}
