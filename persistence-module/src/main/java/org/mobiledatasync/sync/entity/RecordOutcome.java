package org.mobiledatasync.sync.entity;

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
import org.mobiledatasync.platform.entity.StoredAfter;
import org.mobiledatasync.profile.entity.Profile;

/**
 * What became of one record in one run (R8): exactly one class, a reason code and a sentence for people. Insert-only.
 */
@Entity
@Table(name = "record_outcome")
@StoredAfter(SyncRun.class)
public class RecordOutcome {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record_outcome_seq")
    @SequenceGenerator(name = "record_outcome_seq", sequenceName = "record_outcome_seq", allocationSize = 50)
    private Long id;

    @Column(name = "run_id")
    private Long runId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String reason;

    private String message;

    @Column(name = "record_key")
    private String recordKey;

    @Column(name = "profile_id")
    private Long profileId;

    private String phone;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String email;

    @Column(name = "profile_status")
    private String profileStatus;

    @Column(name = "constituent_id")
    private String constituentId;

    private String changes;

    @Column(name = "occurred_at")
    private OffsetDateTime occurredAt;

    protected RecordOutcome() {}

    /**
     * @param recordKey what identifies the record within its run; no run reports a key twice (R7.1)
     * @param reason a code for programs, in upper case
     * @param message a sentence for people
     */
    public RecordOutcome(
            Long runId, String recordKey, Outcome outcome, String reason, String message, OffsetDateTime now) {
        this.runId = runId;
        this.recordKey = recordKey;
        this.outcome = outcome;
        this.reason = reason;
        this.message = cut(message, 4000);
        this.occurredAt = now;
    }

    /** Whom it speaks of: as much as is known. */
    public RecordOutcome of(Profile profile, String ofConstituentId) {
        profileId = profile.getId();
        phone = profile.getPhone();
        firstName = profile.getFirstName();
        lastName = profile.getLastName();
        email = profile.getEmail();
        profileStatus = profile.getStatus().name();
        constituentId = ofConstituentId;
        return this;
    }

    /** Whom it speaks of when there is no profile. */
    public RecordOutcome of(String rowPhone, String rowFirstName, String rowLastName, String rowEmail, String rowId) {
        phone = cut(rowPhone, 64);
        firstName = cut(rowFirstName, 255);
        lastName = cut(rowLastName, 255);
        email = cut(rowEmail, 255);
        constituentId = cut(rowId, 64);
        return this;
    }

    /** A report shows what it can of a value that nothing could take in whole. */
    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    /** Old and new values per field, as JSON (see {@link FieldChange}). */
    public RecordOutcome withChanges(String json) {
        changes = json;
        return this;
    }

    public Long getId() {
        return id;
    }

    public Long getRunId() {
        return runId;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public String getReason() {
        return reason;
    }

    public String getMessage() {
        return message;
    }

    public String getRecordKey() {
        return recordKey;
    }

    public Long getProfileId() {
        return profileId;
    }

    public String getPhone() {
        return phone;
    }

    public String getFirstName() {
        return firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public String getEmail() {
        return email;
    }

    public String getProfileStatus() {
        return profileStatus;
    }

    public String getConstituentId() {
        return constituentId;
    }

    public String getChanges() {
        return changes;
    }

    public OffsetDateTime getOccurredAt() {
        return occurredAt;
    }
}
