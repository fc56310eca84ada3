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
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * A field of a pair that both sides changed differently, open until a run settles it (R3.6).
 *
 * <p>A person's choice belongs to the two values that the person saw: when a run sees others, the choice is gone and the
 * person is asked again, so that an old decision never overwrites newer data.
 */
@Entity
@Table(name = "field_conflict")
@StoredAfter(CrmLink.class)
public class FieldConflict {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "field_conflict_seq")
    @SequenceGenerator(name = "field_conflict_seq", sequenceName = "field_conflict_seq", allocationSize = 50)
    private Long id;

    @Column(name = "link_id")
    private Long linkId;

    private String field;

    @Column(name = "base_value")
    private String base;

    @Column(name = "profile_value")
    private String profileValue;

    @Column(name = "contact_value")
    private String contactValue;

    @Column(name = "values_mark")
    private String mark;

    private OffsetDateTime since;

    @Enumerated(EnumType.STRING)
    private OnConflict choice;

    @Column(name = "chosen_by")
    private String chosenBy;

    @Column(name = "chosen_at")
    private OffsetDateTime chosenAt;

    @Version
    private int version;

    protected FieldConflict() {}

    public FieldConflict(Long linkId, String field) {
        this.linkId = linkId;
        this.field = field;
    }

    /**
     * A run met the conflict. Values that are not those of the last time end the choice that was made for them.
     *
     * @param baseShown the value that both had, as far as it can be shown; null when there was none
     * @param valuesMark by which the two values are known again
     */
    public void met(String baseShown, String profileShown, String contactShown, String valuesMark, OffsetDateTime now) {
        if (!valuesMark.equals(mark)) {
            base = baseShown;
            profileValue = profileShown;
            contactValue = contactShown;
            mark = valuesMark;
            since = now;
            takeBack();
        }
    }

    /** @param side MOBILE to keep our value, SALESFORCE to take Salesforce's */
    public void choose(OnConflict side, String who, OffsetDateTime now) {
        choice = side;
        chosenBy = who;
        chosenAt = now;
    }

    public void takeBack() {
        choice = null;
        chosenBy = null;
        chosenAt = null;
    }

    public Long getId() {
        return id;
    }

    public Long getLinkId() {
        return linkId;
    }

    public String getField() {
        return field;
    }

    /** The value that both sides last had in common; null when there was none. */
    public String getBase() {
        return base;
    }

    public String getProfileValue() {
        return profileValue;
    }

    public String getContactValue() {
        return contactValue;
    }

    /** By which the two values are known again. */
    public String getMark() {
        return mark;
    }

    /** Since when these two values stand against each other. */
    public OffsetDateTime getSince() {
        return since;
    }

    /** Whose value is to win; null while nobody chose. */
    public OnConflict getChoice() {
        return choice;
    }

    public String getChosenBy() {
        return chosenBy;
    }

    public OffsetDateTime getChosenAt() {
        return chosenAt;
    }

    public int getVersion() {
        return version;
    }
}
