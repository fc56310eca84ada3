package org.mobiledatasync.integration.api;

import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.platform.api.RequestValue;

/** A field mapping as a JSON document. */
public class MappingDocument {
    public String field;
    public String apiFieldName;
    public String csvHeading;
    public boolean required;
    public String onConflict;

    public static MappingDocument of(FieldMapping mapping) {
        MappingDocument document = new MappingDocument();
        document.field = mapping.getField();
        document.apiFieldName = mapping.getApiFieldName();
        document.csvHeading = mapping.getCsvHeading();
        document.required = mapping.isRequired();
        document.onConflict = mapping.getOnConflict().name();
        return document;
    }

    public FieldMapping toMapping(long integrationId) {
        FieldMapping mapping = new FieldMapping(integrationId, field, apiFieldName, csvHeading);
        mapping.setRequired(required);
        mapping.setOnConflict(
                RequestValue.constant(field + ".onConflict", onConflict, OnConflict.class, OnConflict.ASK));
        return mapping;
    }
}
