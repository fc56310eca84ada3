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

/** The last preview of an integration. An integration has one; asking again begins it anew. */
@Entity
@Table(name = "preview")
@StoredAfter(Integration.class)
public class Preview {
    private static final int LONGEST_MESSAGE = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "preview_seq")
    @SequenceGenerator(name = "preview_seq", sequenceName = "preview_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    @Enumerated(EnumType.STRING)
    private PreviewState state;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private OffsetDateTime askedAt;

    @Column(name = "finished_at")
    private OffsetDateTime finishedAt;

    @Column(name = "rows_done")
    private long rowsDone;

    @Column(name = "rows_total")
    private long rowsTotal;

    @Column(name = "stop_requested")
    private boolean stopRequested;

    private String message;

    private String findings;

    protected Preview() {}

    public Preview(Long integrationId, String askedBy, OffsetDateTime now) {
        this.integrationId = integrationId;
        beginAnew(askedBy, now);
    }

    /** Forgets what it found before. */
    public final void beginAnew(String by, OffsetDateTime now) {
        state = PreviewState.RUNNING;
        askedBy = by;
        askedAt = now;
        finishedAt = null;
        rowsDone = 0;
        rowsTotal = 0;
        stopRequested = false;
        message = null;
        findings = null;
    }

    /** How far it is through the export. */
    public void reached(long rows, long ofRows) {
        rowsDone = rows;
        rowsTotal = ofRows;
    }

    public void requestStop() {
        stopRequested = true;
    }

    public void found(PreviewFindings what, OffsetDateTime now) {
        state = PreviewState.READY;
        findings = what.toJson();
        finishedAt = now;
    }

    /** Ends without findings. */
    public void end(PreviewState how, String why, OffsetDateTime now) {
        state = how;
        message = why.length() <= LONGEST_MESSAGE ? why : why.substring(0, LONGEST_MESSAGE);
        finishedAt = now;
    }

    public boolean isRunning() {
        return state == PreviewState.RUNNING;
    }

    public boolean isReady() {
        return state == PreviewState.READY;
    }

    public Long getId() {
        return id;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public PreviewState getState() {
        return state;
    }

    public String getAskedBy() {
        return askedBy;
    }

    public OffsetDateTime getAskedAt() {
        return askedAt;
    }

    public OffsetDateTime getFinishedAt() {
        return finishedAt;
    }

    public long getRowsDone() {
        return rowsDone;
    }

    /** 0 as long as the export was not read. */
    public long getRowsTotal() {
        return rowsTotal;
    }

    public boolean isStopRequested() {
        return stopRequested;
    }

    /** Why there is nothing to see; null when there is. */
    public String getMessage() {
        return message;
    }

    /** Null unless it is ready. */
    public PreviewFindings getFindings() {
        return findings == null ? null : PreviewFindings.fromJson(findings);
    }
}
