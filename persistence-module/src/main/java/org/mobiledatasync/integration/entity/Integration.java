package org.mobiledatasync.integration.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * One configured connection to one Salesforce organisation.
 *
 * <p>Life: created inactive; activated, which plans the first nightly sync for the following morning (S14);
 * deactivated, which keeps links, pending changes and history (S15). A problem that needs a person stands in
 * {@code attention} until the configuration is changed or a sync succeeds.
 */
@Entity
@Table(name = "integration")
@StoredAfter(OptInPath.class)
public class Integration {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "integration_seq")
    @SequenceGenerator(name = "integration_seq", sequenceName = "integration_seq", allocationSize = 50)
    private Long id;

    private String name;

    private boolean active;

    @Column(name = "sync_type")
    @Enumerated(EnumType.STRING)
    private SyncType syncType = SyncType.CONSERVATIVE;

    @Embedded
    private SalesforceSignIn signIn = new SalesforceSignIn();

    @Embedded
    private ContactDefaults contactDefaults = new ContactDefaults();

    @Column(name = "custom_export_url")
    private String customExportUrl;

    @Column(name = "web_opt_in_path_id")
    private Long webOptInPathId;

    @Column(name = "daily_api_quota")
    private Integer dailyApiQuota;

    private String notes;

    @Column(name = "time_zone")
    private String timeZone = "UTC";

    @Column(name = "nightly_at")
    private LocalTime nightlyAt = LocalTime.of(2, 0);

    @Column(name = "default_region")
    private String defaultRegion = "US";

    private String attention;

    @Column(name = "attention_since")
    private OffsetDateTime attentionSince;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "activated_at")
    private OffsetDateTime activatedAt;

    @Version
    private int version;

    protected Integration() {}

    public Integration(String name, OffsetDateTime now) {
        this.name = name;
        this.createdAt = now;
    }

    /** The zone of its calendar day: quota, nightly hour and shown times follow it (R6.2). */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Notes a problem that only a person can solve, in plain words. */
    public void needsAttention(String why, OffsetDateTime now) {
        attention = why.length() <= 2000 ? why : why.substring(0, 2000);
        attentionSince = now;
    }

    public void attentionSolved() {
        attention = null;
        attentionSince = null;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public SyncType getSyncType() {
        return syncType;
    }

    public void setSyncType(SyncType syncType) {
        this.syncType = syncType;
    }

    public SalesforceSignIn getSignIn() {
        return signIn;
    }

    public ContactDefaults getContactDefaults() {
        return contactDefaults;
    }

    public String getCustomExportUrl() {
        return customExportUrl;
    }

    public void setCustomExportUrl(String customExportUrl) {
        this.customExportUrl = customExportUrl;
    }

    public Long getWebOptInPathId() {
        return webOptInPathId;
    }

    public void setWebOptInPathId(Long webOptInPathId) {
        this.webOptInPathId = webOptInPathId;
    }

    public Integer getDailyApiQuota() {
        return dailyApiQuota;
    }

    public void setDailyApiQuota(Integer dailyApiQuota) {
        this.dailyApiQuota = dailyApiQuota;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public LocalTime getNightlyAt() {
        return nightlyAt;
    }

    public void setNightlyAt(LocalTime nightlyAt) {
        this.nightlyAt = nightlyAt;
    }

    public String getDefaultRegion() {
        return defaultRegion;
    }

    public void setDefaultRegion(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    public String getAttention() {
        return attention;
    }

    public OffsetDateTime getAttentionSince() {
        return attentionSince;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public OffsetDateTime getActivatedAt() {
        return activatedAt;
    }

    public void setActivatedAt(OffsetDateTime activatedAt) {
        this.activatedAt = activatedAt;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
