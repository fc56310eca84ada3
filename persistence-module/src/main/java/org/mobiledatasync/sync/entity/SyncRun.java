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
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * One execution of a sync. Survives every failure: it carries its phase and its cursor, so that whoever takes it over
 * goes on (R7.1), and what it has counted (R8.1).
 *
 * <p>{@code cursor} counts the data rows of the export that are done. {@code seen} counts records; {@code footerRows} lines
 * after the table, outside the balance (R9.1).
 */
@Entity
@Table(name = "sync_run")
@StoredAfter(Integration.class)
public class SyncRun {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sync_run_seq")
    @SequenceGenerator(name = "sync_run_seq", sequenceName = "sync_run_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    @Enumerated(EnumType.STRING)
    private RunKind kind;

    @Column(name = "started_by")
    @Enumerated(EnumType.STRING)
    private RunTrigger trigger;

    @Enumerated(EnumType.STRING)
    private RunState state;

    @Enumerated(EnumType.STRING)
    private RunPhase phase;

    @Column(name = "started_at")
    private OffsetDateTime startedAt;

    @Column(name = "finished_at")
    private OffsetDateTime finishedAt;

    @Column(name = "progress_at")
    private OffsetDateTime progressAt;

    private int attempts;

    private int takeovers;

    @Column(name = "export_requested_at")
    private OffsetDateTime exportRequestedAt;

    @Column(name = "row_cursor")
    private long cursor;

    @Column(name = "rows_total")
    private long rowsTotal;

    private long seen;

    private long reported;

    @Column(name = "footer_rows")
    private long footerRows;

    @Column(name = "api_calls")
    private long apiCalls;

    @Column(name = "quota_used")
    private long quotaUsed;

    private long pending;

    @Column(name = "stop_requested")
    private boolean stopRequested;

    private String message;

    @Column(name = "outcome_counts")
    private String outcomeCounts;

    protected SyncRun() {}

    public SyncRun(Long integrationId, RunKind kind, RunTrigger trigger, OffsetDateTime now) {
        this.integrationId = integrationId;
        this.kind = kind;
        this.trigger = trigger;
        this.state = RunState.RUNNING;
        this.phase = RunPhase.DOWNLOAD;
        this.startedAt = now;
        this.progressAt = now;
    }

    /**
     * A server begins to work on it, or goes on where another life left it.
     *
     * @param silent whether the server that had it is still thought to live, but made no progress (R7.3)
     */
    public void takeUp(boolean silent) {
        attempts++;
        if (silent) {
            takeovers++;
        }
    }

    /** Whether it was begun earlier, by a server that did not end it. */
    public boolean isTakenUpAgain() {
        return attempts > 1;
    }

    /** How often it made no progress for so long that it was taken from its server (R7.3). */
    public int getTakeovers() {
        return takeovers;
    }

    /** Counts records that the run met for the first time. */
    public void saw(long records) {
        seen += records;
    }

    /** Counts a call to Salesforce and the requests of the quota that it took. */
    public void called(long calls, long requests) {
        apiCalls += calls;
        quotaUsed += requests;
    }

    public void finish(RunState how, String theMessage, OffsetDateTime now) {
        state = how;
        phase = RunPhase.FINISHED;
        message = theMessage == null || theMessage.length() <= 2000 ? theMessage : theMessage.substring(0, 2000);
        finishedAt = now;
        progressAt = now;
    }

    /** Records seen less records reported; anything but 0 is a fault of ours (R8.1). */
    public long balance() {
        return seen - reported;
    }

    public boolean isRunning() {
        return state == RunState.RUNNING;
    }

    public Long getId() {
        return id;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public RunKind getKind() {
        return kind;
    }

    public RunTrigger getTrigger() {
        return trigger;
    }

    public RunState getState() {
        return state;
    }

    public RunPhase getPhase() {
        return phase;
    }

    public void setPhase(RunPhase phase) {
        this.phase = phase;
    }

    public OffsetDateTime getStartedAt() {
        return startedAt;
    }

    public OffsetDateTime getFinishedAt() {
        return finishedAt;
    }

    public OffsetDateTime getProgressAt() {
        return progressAt;
    }

    public void setProgressAt(OffsetDateTime progressAt) {
        this.progressAt = progressAt;
    }

    public OffsetDateTime getExportRequestedAt() {
        return exportRequestedAt;
    }

    public void setExportRequestedAt(OffsetDateTime exportRequestedAt) {
        this.exportRequestedAt = exportRequestedAt;
    }

    public long getCursor() {
        return cursor;
    }

    public void setCursor(long cursor) {
        this.cursor = cursor;
    }

    public long getRowsTotal() {
        return rowsTotal;
    }

    public void setRowsTotal(long rowsTotal) {
        this.rowsTotal = rowsTotal;
    }

    public long getSeen() {
        return seen;
    }

    public long getReported() {
        return reported;
    }

    public void setReported(long reported) {
        this.reported = reported;
    }

    public long getFooterRows() {
        return footerRows;
    }

    public void setFooterRows(long footerRows) {
        this.footerRows = footerRows;
    }

    public long getApiCalls() {
        return apiCalls;
    }

    public long getQuotaUsed() {
        return quotaUsed;
    }

    public long getPending() {
        return pending;
    }

    public void setPending(long pending) {
        this.pending = pending;
    }

    public boolean isStopRequested() {
        return stopRequested;
    }

    public void setStopRequested(boolean stopRequested) {
        this.stopRequested = stopRequested;
    }

    public String getMessage() {
        return message;
    }

    public String getOutcomeCounts() {
        return outcomeCounts;
    }

    public void setOutcomeCounts(String outcomeCounts) {
        this.outcomeCounts = outcomeCounts;
    }
}
