package org.mobiledatasync.consent.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/**
 * A number that said STOP. Outlives the profile; only fresh evidence from the person lifts it (R4.1).
 */
@Entity
@Table(name = "suppression")
public class Suppression {
    @Id
    private String phone;

    private OffsetDateTime since;

    @Enumerated(EnumType.STRING)
    private ConsentSource source;

    private String evidence;

    protected Suppression() {}

    public Suppression(String phone, ConsentCause cause, OffsetDateTime now) {
        this.phone = phone;
        this.source = cause.source();
        this.evidence = cause.evidence();
        this.since = now;
    }

    public String getPhone() {
        return phone;
    }

    public OffsetDateTime getSince() {
        return since;
    }

    public ConsentSource getSource() {
        return source;
    }

    public String getEvidence() {
        return evidence;
    }
}
