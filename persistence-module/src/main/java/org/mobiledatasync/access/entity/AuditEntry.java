package org.mobiledatasync.access.entity;

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
import java.time.OffsetDateTime;
import java.util.List;

/** One change that a person made: who, when, what, from, to. Never changed once it is written. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq", allocationSize = 50)
    private Long id;

    private OffsetDateTime at;

    private String who;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    @Column(name = "kind")
    private String kind;

    private String subject;

    @Convert(converter = AuditChangesConverter.class)
    private List<AuditChange> changes;

    protected AuditEntry() {}

    /**
     * An entry about one thing.
     *
     * @param who the login, or "system"
     * @param kind what sort of thing, in the words of the screens: "Integration", "User"
     * @param subject which one, by the name that people know
     */
    public AuditEntry(
            OffsetDateTime at, String who, AuditAction action, String kind, String subject, List<AuditChange> changes) {
        this.at = at;
        this.who = who;
        this.action = action;
        this.kind = kind;
        this.subject = subject;
        this.changes = List.copyOf(changes);
    }

    public Long getId() {
        return id;
    }

    public OffsetDateTime getAt() {
        return at;
    }

    public String getWho() {
        return who;
    }

    public AuditAction getAction() {
        return action;
    }

    public String getKind() {
        return kind;
    }

    public String getSubject() {
        return subject;
    }

    public List<AuditChange> getChanges() {
        return changes;
    }
}
