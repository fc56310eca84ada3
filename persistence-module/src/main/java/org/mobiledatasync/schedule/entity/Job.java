package org.mobiledatasync.schedule.entity;

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
 * One piece of recurring work, shared by all servers.
 *
 * <p>A server may run it while it holds the lease. Every claim raises the fencing token; whoever writes with an older
 * token has lost the job and must stop (R7.3).
 */
@Entity
@Table(name = "job")
@StoredAfter(Integration.class)
public class Job {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_seq")
    @SequenceGenerator(name = "job_seq", sequenceName = "job_seq", allocationSize = 50)
    private Long id;

    @Enumerated(EnumType.STRING)
    private JobKind kind;

    @Column(name = "integration_id")
    private Long integrationId;

    @Column(name = "next_run_at")
    private OffsetDateTime nextRunAt;

    private boolean paused;

    @Column(name = "lease_owner")
    private String leaseOwner;

    @Column(name = "lease_until")
    private OffsetDateTime leaseUntil;

    @Column(name = "fencing_token")
    private long fencingToken;

    @Column(name = "last_started_at")
    private OffsetDateTime lastStartedAt;

    @Column(name = "last_finished_at")
    private OffsetDateTime lastFinishedAt;

    private int failures;

    @Column(name = "last_message")
    private String lastMessage;

    @Version
    private int version;

    protected Job() {}

    public Job(JobKind kind, Long integrationId, OffsetDateTime nextRunAt) {
        this.kind = kind;
        this.integrationId = integrationId;
        this.nextRunAt = nextRunAt;
    }

    /** Gives the job to a server until the given moment. */
    public void claim(String owner, OffsetDateTime now, OffsetDateTime until) {
        leaseOwner = owner;
        leaseUntil = until;
        lastStartedAt = now;
        fencingToken++;
    }

    /** The work ended; the job is free again. */
    public void release(boolean succeeded, String message, OffsetDateTime now) {
        leaseOwner = null;
        leaseUntil = null;
        lastFinishedAt = now;
        lastMessage = message;
        failures = succeeded ? 0 : failures + 1;
    }

    /** Whether a server holds it at that moment. */
    public boolean isHeld(OffsetDateTime now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }

    /**
     * Whether it should run at that moment and nobody holds it. A job that rests is not due, but for one that a server
     * left in the middle when it died: what it was at must come to its end (R7.6).
     */
    public boolean isDue(OffsetDateTime now) {
        return (!paused || leaseOwner != null) && !isHeld(now) && !nextRunAt.isAfter(now);
    }

    public Long getId() {
        return id;
    }

    public JobKind getKind() {
        return kind;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public OffsetDateTime getNextRunAt() {
        return nextRunAt;
    }

    public void setNextRunAt(OffsetDateTime nextRunAt) {
        this.nextRunAt = nextRunAt;
    }

    public boolean isPaused() {
        return paused;
    }

    public void setPaused(boolean paused) {
        this.paused = paused;
    }

    public String getLeaseOwner() {
        return leaseOwner;
    }

    public OffsetDateTime getLeaseUntil() {
        return leaseUntil;
    }

    public long getFencingToken() {
        return fencingToken;
    }

    public OffsetDateTime getLastStartedAt() {
        return lastStartedAt;
    }

    public OffsetDateTime getLastFinishedAt() {
        return lastFinishedAt;
    }

    public int getFailures() {
        return failures;
    }

    public String getLastMessage() {
        return lastMessage;
    }

    public int getVersion() {
        return version;
    }
}
