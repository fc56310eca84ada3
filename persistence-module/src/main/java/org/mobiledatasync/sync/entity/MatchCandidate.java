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
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * A contact that claims a number which others claim too (R1.4, R1.5), and what a person decided about it. A decision is
 * remembered until it is taken back; candidates that nobody decided about go when no run sees them any more.
 */
@Entity
@Table(name = "match_candidate")
@StoredAfter(Integration.class)
public class MatchCandidate {
    private static final int LONGEST_TEXT = 255;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "match_candidate_seq")
    @SequenceGenerator(name = "match_candidate_seq", sequenceName = "match_candidate_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    private String phone;

    @Column(name = "contact_id")
    private String contactId;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String email;

    @Enumerated(EnumType.STRING)
    private MatchSource source;

    @Column(name = "seen_at")
    private OffsetDateTime seenAt;

    @Enumerated(EnumType.STRING)
    private MatchVerdict verdict;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    @Version
    private int version;

    protected MatchCandidate() {}

    /**
     * @param phone the number in E.164
     * @param contactId in 18 characters
     */
    public MatchCandidate(Long integrationId, String phone, String contactId) {
        this.integrationId = integrationId;
        this.phone = phone;
        this.contactId = contactId;
    }

    /** A run saw it; null for what the contact does not have. */
    public void seen(MatchSource where, String itsFirstName, String itsLastName, String itsEmail, OffsetDateTime now) {
        source = where;
        firstName = cut(itsFirstName);
        lastName = cut(itsLastName);
        email = cut(itsEmail);
        seenAt = now;
    }

    public void decide(MatchVerdict what, String who, OffsetDateTime now) {
        verdict = what;
        decidedBy = who;
        decidedAt = now;
    }

    public void takeBack() {
        verdict = null;
        decidedBy = null;
        decidedAt = null;
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    public Long getId() {
        return id;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public String getPhone() {
        return phone;
    }

    public String getContactId() {
        return contactId;
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

    public MatchSource getSource() {
        return source;
    }

    public OffsetDateTime getSeenAt() {
        return seenAt;
    }

    /** Null while nobody decided. */
    public MatchVerdict getVerdict() {
        return verdict;
    }

    public String getDecidedBy() {
        return decidedBy;
    }

    public OffsetDateTime getDecidedAt() {
        return decidedAt;
    }

    public int getVersion() {
        return version;
    }
}
