package org.mobiledatasync.integration.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * Where one of our fields stands in Salesforce (S11): its API field name, its heading in the export, and whether a
 * record without it is left out (R3.8).
 *
 * <p>An empty API name means: never pushed; an empty heading: never pulled.
 */
@Entity
@Table(name = "field_mapping")
@StoredAfter(Integration.class)
public class FieldMapping {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "field_mapping_seq")
    @SequenceGenerator(name = "field_mapping_seq", sequenceName = "field_mapping_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    private String field;

    @Column(name = "api_field_name")
    private String apiFieldName;

    @Column(name = "csv_heading")
    private String csvHeading;

    private boolean required;

    @Column(name = "on_conflict")
    @Enumerated(EnumType.STRING)
    private OnConflict onConflict = OnConflict.ASK;

    /** The field that identifies the person. */
    public static final String PHONE = "phone_number";
    /** The field that carries consent. */
    public static final String OPT_IN = "opt_in_status";
    /** The Salesforce record id. */
    public static final String CONSTITUENT_ID = "constituent_id";

    protected FieldMapping() {}

    public FieldMapping(Long integrationId, String field, String apiFieldName, String csvHeading) {
        this.integrationId = integrationId;
        this.field = field;
        this.apiFieldName = apiFieldName;
        this.csvHeading = csvHeading;
    }

    /** Whether the three-way merge moves it; the others follow rules of their own (R1, R4). */
    public boolean isMerged() {
        return !PHONE.equals(field) && !OPT_IN.equals(field) && !CONSTITUENT_ID.equals(field);
    }

    public Long getId() {
        return id;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public String getField() {
        return field;
    }

    public String getApiFieldName() {
        return apiFieldName;
    }

    public void setApiFieldName(String apiFieldName) {
        this.apiFieldName = apiFieldName;
    }

    public String getCsvHeading() {
        return csvHeading;
    }

    public void setCsvHeading(String csvHeading) {
        this.csvHeading = csvHeading;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public OnConflict getOnConflict() {
        return onConflict;
    }

    public void setOnConflict(OnConflict onConflict) {
        this.onConflict = onConflict;
    }
}
