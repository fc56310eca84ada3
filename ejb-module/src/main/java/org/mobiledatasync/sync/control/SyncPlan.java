package org.mobiledatasync.sync.control;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.integration.entity.SyncType;
import org.mobiledatasync.salesforce.control.SalesforceAccount;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/**
 * An integration as a run needs it, read once in a short transaction and kept outside.
 *
 * @param exportUrl null when the integration has no export: then no updates of Salesforce are pulled (S8)
 * @param optInField the API name of the mobile opt-in checkbox
 * @param defaults what a new contact carries where the profile has nothing, by API field name
 * @param externalId by what contacts of ours are known again; null when no field is named for it
 * @param path the default opt-in path; null when none is selected or it takes nobody in
 * @param otherIntegrations who else has to hear of a change of consent that comes from here
 */
public record SyncPlan(
        Long integrationId,
        SalesforceAccount account,
        SyncType syncType,
        String region,
        URI exportUrl,
        List<FieldMapping> mappings,
        String optInField,
        Map<String, String> defaults,
        ExternalId externalId,
        SyncRules.Path path,
        List<SyncRules.PathRule> pathRules,
        List<Long> otherIntegrations) {

    /** The rules for records that were read from the export. */
    public SyncRules rulesForExport(ExportLayout layout, OffsetDateTime asOf) {
        return new SyncRules(syncType, fields(layout.fields().keySet()), path, pathRules, asOf);
    }

    /** The rules for records that were read through the API, by Constituent ID: nobody joins through them. */
    public SyncRules rulesForApi(OffsetDateTime asOf) {
        Set<String> named = mappings.stream()
                .filter(SyncPlan::hasApiName)
                .map(FieldMapping::getField)
                .collect(Collectors.toSet());
        return new SyncRules(syncType, fields(named), null, List.of(), asOf);
    }

    private List<MergeField> fields(Set<String> carried) {
        return mappings.stream()
                .filter(mapping -> mapping.isMerged() && carried.contains(mapping.getField()))
                .map(mapping -> new MergeField(
                        mapping.getField(),
                        hasApiName(mapping),
                        mapping.isRequired(),
                        mapping.getOnConflict() == null ? OnConflict.ASK : mapping.getOnConflict()))
                .toList();
    }

    /**
     * Where the columns of an export are.
     *
     * @throws SalesforceFault NOT_THE_EXPORT when it lacks one, or has one twice (S13)
     */
    ExportLayout layout(List<String> header) {
        return ExportLayout.of(
                header,
                mappings,
                pathRules.stream().map(SyncRules.PathRule::heading).toList());
    }

    /** Our values under Salesforce's names; fields without an API name stay here. */
    public Map<String, String> toApiNames(Map<String, String> values) {
        Map<String, String> named = new TreeMap<>();
        for (FieldMapping mapping : mappings) {
            String value = values.get(mapping.getField());
            if (value != null && hasApiName(mapping)) {
                named.put(mapping.getApiFieldName().trim(), value);
            }
        }
        return named;
    }

    /** The API names to read a contact with, its id first. */
    public List<String> apiNames() {
        List<String> names = mappings.stream()
                .filter(mapping -> hasApiName(mapping) && !FieldMapping.CONSTITUENT_ID.equals(mapping.getField()))
                .map(mapping -> mapping.getApiFieldName().trim())
                .distinct()
                .collect(Collectors.toList());
        names.add(0, "Id");
        return names;
    }

    /** The API name of one of our fields; null when it has none. */
    public String apiName(String field) {
        return mappings.stream()
                .filter(mapping -> mapping.getField().equals(field) && hasApiName(mapping))
                .map(mapping -> mapping.getApiFieldName().trim())
                .findFirst()
                .orElse(null);
    }

    /** The first of our fields that is required and that these values lack (R3.8); null when none. */
    public String missing(Map<String, String> values) {
        return mappings.stream()
                .filter(mapping -> mapping.isMerged() && mapping.isRequired())
                .map(FieldMapping::getField)
                .filter(field -> !values.containsKey(field))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasApiName(FieldMapping mapping) {
        return mapping.getApiFieldName() != null && !mapping.getApiFieldName().isBlank();
    }
}
