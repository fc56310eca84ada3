package org.mobiledatasync.intake.entity;

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
import org.mobiledatasync.platform.entity.StoredAfter;

/** One line of a file, and what becomes of it. */
@Entity
@Table(name = "import_row")
@StoredAfter(ProfileImport.class)
public class ImportRow {
    private static final int LONGEST_REASON = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_row_seq")
    @SequenceGenerator(name = "import_row_seq", sequenceName = "import_row_seq", allocationSize = 500)
    private Long id;

    @Column(name = "import_id")
    private Long importId;

    @Column(name = "row_number")
    private long number;

    @Convert(converter = TextListConverter.class)
    private List<String> cells;

    private String phone;

    @Enumerated(EnumType.STRING)
    private RowOutcome outcome;

    @Enumerated(EnumType.STRING)
    private RowConsent consent;

    private String reason;

    @Column(name = "stored_at")
    private OffsetDateTime storedAt;

    protected ImportRow() {}

    /** @param number as a spreadsheet counts: the headings are line 1 */
    public ImportRow(Long importId, long number, List<String> cells, OffsetDateTime now) {
        this.importId = importId;
        this.number = number;
        this.cells = cells;
        this.storedAt = now;
    }

    /**
     * Says what becomes of it.
     *
     * @param mobile the number in E.164; null when there is none
     * @param what exactly one outcome
     * @param why the sentence for people; null when there is nothing to say
     * @param agreed null when it brings no consent
     */
    public void decide(String mobile, RowOutcome what, String why, RowConsent agreed) {
        phone = mobile;
        outcome = what;
        reason = why == null || why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON);
        consent = agreed;
    }

    public Long getId() {
        return id;
    }

    public Long getImportId() {
        return importId;
    }

    public long getNumber() {
        return number;
    }

    public List<String> getCells() {
        return cells;
    }

    public String getPhone() {
        return phone;
    }

    public RowOutcome getOutcome() {
        return outcome;
    }

    public RowConsent getConsent() {
        return consent;
    }

    public String getReason() {
        return reason;
    }

    public OffsetDateTime getStoredAt() {
        return storedAt;
    }
}
