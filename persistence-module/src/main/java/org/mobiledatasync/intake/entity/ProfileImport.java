package org.mobiledatasync.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One file of people, and how far it is.
 *
 * <p>Life: its lines are stored; somebody says which column is what; a job compares every line with what we know, and
 * somebody looks at that; the job carries the lines out. The cursor is the last line that is done, so that both go on where
 * they stopped.
 */
@Entity
@Table(name = "profile_import")
public class ProfileImport {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "profile_import_seq")
    @SequenceGenerator(name = "profile_import_seq", sequenceName = "profile_import_seq", allocationSize = 50)
    private Long id;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "uploaded_by")
    private String uploadedBy;

    @Column(name = "uploaded_at")
    private OffsetDateTime uploadedAt;

    private String encoding;

    @Convert(converter = TextListConverter.class)
    private List<String> headings;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.READING;

    @Embedded
    private ImportPlan plan = new ImportPlan();

    @Embedded
    private ImportCounts counts = new ImportCounts();

    @Column(name = "row_cursor")
    private long cursor;

    @Column(name = "rows_total")
    private long rowsTotal;

    @Column(name = "finished_at")
    private OffsetDateTime finishedAt;

    @Version
    private int version;

    protected ProfileImport() {}

    /** @param encoding by which its bytes were read */
    public ProfileImport(
            String fileName, String encoding, List<String> headings, String uploadedBy, OffsetDateTime now) {
        this.fileName = fileName;
        this.encoding = encoding;
        this.headings = headings;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = now;
    }

    /** All lines are stored. */
    public void read(long rows) {
        rowsTotal = rows;
        state = ImportState.COLUMNS;
    }

    /** Begins to compare the lines with what we know. */
    public void check(ImportPlan how) {
        plan = how;
        begin(ImportState.CHECKING);
    }

    /** Begins to carry the lines out. */
    public void carryOut() {
        begin(ImportState.WORKING);
    }

    private void begin(ImportState work) {
        state = work;
        cursor = 0;
        counts = new ImportCounts();
    }

    /** Every line is done. */
    public void finish(OffsetDateTime now) {
        if (state == ImportState.WORKING) {
            finishedAt = now;
            state = ImportState.DONE;
        } else {
            state = ImportState.CHECKED;
        }
    }

    public Long getId() {
        return id;
    }

    public String getFileName() {
        return fileName;
    }

    public String getUploadedBy() {
        return uploadedBy;
    }

    public OffsetDateTime getUploadedAt() {
        return uploadedAt;
    }

    public String getEncoding() {
        return encoding;
    }

    public List<String> getHeadings() {
        return headings;
    }

    public ImportState getState() {
        return state;
    }

    public ImportPlan getPlan() {
        return plan;
    }

    public ImportCounts getCounts() {
        return counts;
    }

    /** The number of the last line that is done. */
    public long getCursor() {
        return cursor;
    }

    public void setCursor(long cursor) {
        this.cursor = cursor;
    }

    public long getRowsTotal() {
        return rowsTotal;
    }

    public OffsetDateTime getFinishedAt() {
        return finishedAt;
    }

    public int getVersion() {
        return version;
    }
}
