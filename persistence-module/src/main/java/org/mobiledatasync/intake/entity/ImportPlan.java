package org.mobiledatasync.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What somebody said about a file: which column is what, what wins, and by whose word the people agreed. */
@Embeddable
public class ImportPlan implements Serializable {
    /** The column with the mobile number. */
    public static final String PHONE = "phone_number";

    /** A column that is kept as a custom field of its heading's name. */
    public static final String CUSTOM = "custom";

    /** A column that is left out. */
    public static final String LEFT_OUT = "";

    @Column(name = "column_fields")
    @Convert(converter = TextListConverter.class)
    private List<String> fields = new ArrayList<>();

    private String region;

    private boolean overwrite;

    @Column(name = "opt_in_path_id")
    private Long optInPathId;

    @Column(name = "consent_who")
    private String consentWho;

    @Column(name = "consent_when")
    private String consentWhen;

    @Column(name = "consent_where")
    private String consentWhere;

    /** The evidence of everybody's consent (R4.8); null when the import subscribes nobody. */
    public String evidence() {
        return optInPathId == null ? null : "Obtained by " + consentWho + ", " + consentWhen + ", " + consentWhere;
    }

    /** By column: {@link #PHONE}, the key of a profile field, {@link #CUSTOM} or {@link #LEFT_OUT}. */
    public List<String> getFields() {
        return fields;
    }

    public void setFields(List<String> fields) {
        this.fields = fields;
    }

    /** The country of numbers without a country code. */
    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    /** Whether the file's values win over those that a profile has; otherwise they only fill what is empty. */
    public boolean isOverwrite() {
        return overwrite;
    }

    public void setOverwrite(boolean overwrite) {
        this.overwrite = overwrite;
    }

    /** Through which path the people are subscribed; null for nobody. */
    public Long getOptInPathId() {
        return optInPathId;
    }

    public void setOptInPathId(Long optInPathId) {
        this.optInPathId = optInPathId;
    }

    /** Who obtained the consent. */
    public String getConsentWho() {
        return consentWho;
    }

    public void setConsentWho(String consentWho) {
        this.consentWho = consentWho;
    }

    /** When it was given, as people say it. */
    public String getConsentWhen() {
        return consentWhen;
    }

    public void setConsentWhen(String consentWhen) {
        this.consentWhen = consentWhen;
    }

    /** Where and how it was given. */
    public String getConsentWhere() {
        return consentWhere;
    }

    public void setConsentWhere(String consentWhere) {
        this.consentWhere = consentWhere;
    }
}
