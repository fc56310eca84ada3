package org.mobiledatasync.integration.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a contact that we create carries besides the mapped fields (R5.3), and where its opt-in stands.
 */
@Embeddable
public class ContactDefaults {
    @Column(name = "default_first_name")
    private String defaultFirstName = "Contact";

    @Column(name = "default_last_name")
    private String defaultLastName = "";

    @Column(name = "source_code")
    private String sourceCode = "Mobile Commons";

    @Column(name = "mobile_opt_in_field")
    private String mobileOptInField = "Mobile_Subscriber_c";

    @Column(name = "external_id_field")
    private String externalIdField;

    public String getDefaultFirstName() {
        return defaultFirstName;
    }

    public void setDefaultFirstName(String defaultFirstName) {
        this.defaultFirstName = defaultFirstName;
    }

    public String getDefaultLastName() {
        return defaultLastName;
    }

    public void setDefaultLastName(String defaultLastName) {
        this.defaultLastName = defaultLastName;
    }

    public String getSourceCode() {
        return sourceCode;
    }

    public void setSourceCode(String sourceCode) {
        this.sourceCode = sourceCode;
    }

    public String getMobileOptInField() {
        return mobileOptInField;
    }

    public void setMobileOptInField(String mobileOptInField) {
        this.mobileOptInField = mobileOptInField;
    }

    public String getExternalIdField() {
        return externalIdField;
    }

    public void setExternalIdField(String externalIdField) {
        this.externalIdField = externalIdField;
    }
}
