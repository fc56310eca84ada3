package org.mobiledatasync.integration.web;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.sync.boundary.ApiFieldNames;

/** One line of the mapping table while it is edited, with what is wrong in it. */
public class MappingRow implements Serializable {
    private final String field;
    private final boolean merged;
    private final boolean mayBeRequired;
    private final String storedApiFieldName;
    private final Map<String, String> problems = new HashMap<>();
    private String apiFieldName;
    private String csvHeading;
    private boolean required;
    private OnConflict onConflict;

    MappingRow(FieldMapping mapping, boolean mayBeRequired) {
        this.field = mapping.getField();
        this.merged = mapping.isMerged();
        this.mayBeRequired = mayBeRequired;
        this.storedApiFieldName = mapping.getApiFieldName();
        this.apiFieldName = mapping.getApiFieldName();
        this.csvHeading = mapping.getCsvHeading();
        this.required = mapping.isRequired();
        this.onConflict = mapping.getOnConflict();
    }

    FieldMapping toMapping(long integrationId) {
        FieldMapping mapping = new FieldMapping(integrationId, field, stripped(apiFieldName), stripped(csvHeading));
        mapping.setRequired(required);
        mapping.setOnConflict(onConflict);
        return mapping;
    }

    /** Whether the name in Salesforce is another one than was stored. */
    boolean isRenamed() {
        return !stripped(apiFieldName).equals(stripped(storedApiFieldName));
    }

    /** Whether it names a field that Salesforce's contacts do not have. */
    boolean isUnknownTo(ApiFieldNames names) {
        String name = stripped(apiFieldName);
        return !name.isEmpty() && !names.contain(name);
    }

    /** Notes a problem of this row. @param part the name of the column, or an empty text for the whole row */
    void addProblem(String part, String message) {
        problems.merge(part, message, (one, other) -> one + " " + other);
    }

    void forgetProblems() {
        problems.clear();
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    /** What is wrong in a column; null when nothing is. */
    public String problem(String part) {
        return problems.get(part);
    }

    /** Whether it was added by an administrator, who may remove it again. */
    public boolean isCustom() {
        return merged && ProfileField.ofKey(field).isEmpty();
    }

    public String getField() {
        return field;
    }

    /** Whether both sides can change it, so that there can be a conflict. */
    public boolean isMerged() {
        return merged;
    }

    public boolean isMayBeRequired() {
        return mayBeRequired;
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
