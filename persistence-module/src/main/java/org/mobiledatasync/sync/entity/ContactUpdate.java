package org.mobiledatasync.sync.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import org.mobiledatasync.platform.entity.StoredAfter;
import org.mobiledatasync.platform.entity.StringMapConverter;
import org.mobiledatasync.profile.entity.Profile;

/**
 * A contact update that the nightly sync decided and has not sent yet. It holds the record's outcome back: the record
 * is reported when Salesforce confirmed or refused (R3.9).
 *
 * <p>{@code fields} are our field names with the values to send; {@code optIn} is sent too unless null.
 */
@Entity
@Table(name = "contact_update")
@StoredAfter({SyncRun.class, Profile.class})
public class ContactUpdate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact_update_seq")
    @SequenceGenerator(name = "contact_update_seq", sequenceName = "contact_update_seq", allocationSize = 50)
    private Long id;

    @Column(name = "run_id")
    private Long runId;

    @Column(name = "integration_id")
    private Long integrationId;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "contact_id")
    private String contactId;

    @Convert(converter = StringMapConverter.class)
    @Column(name = "field_values")
    private Map<String, String> fields;

    @Convert(converter = StringMapConverter.class)
    @Column(name = "agreed_values")
    private Map<String, String> agreed;

    @Column(name = "opt_in")
    private Boolean optIn;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "local_outcome")
    @Enumerated(EnumType.STRING)
    private Outcome localOutcome;

    private String reason;

    private String message;

    private String changes;

    @Column(name = "seen_row")
    private String seenRow;

    protected ContactUpdate() {}

    /** An update of one contact, decided by a run. */
    public ContactUpdate(SyncRun run, CrmLink link, Map<String, String> fields, Boolean optIn) {
        this.runId = run.getId();
        this.integrationId = run.getIntegrationId();
        this.profileId = link.getProfileId();
        this.contactId = link.getContactId();
        this.fields = new TreeMap<>(fields);
        this.optIn = optIn;
    }

    /** What becomes the base, and the mark of the record, once Salesforce confirmed. */
    public ContactUpdate agreeing(Map<String, String> values, String mark) {
        agreed = values == null ? new TreeMap<>() : new TreeMap<>(values);
        seenRow = mark;
        return this;
    }

    /**
     * The outcome that the record gets once Salesforce confirmed.
     *
     * @param ifNeverSent the class of what was done on our side; null when nothing was
     */
    public ContactUpdate reporting(
            Outcome ifConfirmed, Outcome ifNeverSent, String theReason, String theMessage, String theChanges) {
        outcome = ifConfirmed;
        localOutcome = ifNeverSent;
        reason = theReason;
        message = theMessage;
        changes = theChanges;
        return this;
    }

    public Long getId() {
        return id;
    }

    public Long getRunId() {
        return runId;
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

    public Map<String, String> getFields() {
        return fields;
    }

    public Map<String, String> getAgreed() {
        return agreed;
    }

    public Boolean getOptIn() {
        return optIn;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public Outcome getLocalOutcome() {
        return localOutcome;
    }

    public String getReason() {
        return reason;
    }

    public String getMessage() {
        return message;
    }

    public String getChanges() {
        return changes;
    }

    public String getSeenRow() {
        return seenRow;
    }
}
