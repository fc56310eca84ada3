package org.mobiledatasync.integration.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.profile.entity.ProfileField;

/** Checks the field mappings of an integration (S11 to S13). */
public final class MappingCheck {
    private static final List<String> VITAL =
            List.of(FieldMapping.PHONE, FieldMapping.OPT_IN, ProfileField.EMAIL.key());
    private static final Set<String> NEVER_REQUIRED =
            Set.of(FieldMapping.PHONE, FieldMapping.OPT_IN, FieldMapping.CONSTITUENT_ID, ProfileField.EMAIL.key());

    private MappingCheck() {}

    /** Whether the field may be ticked Required: those that must exist anyway, or that new people lack, may not (S12). */
    public static boolean mayBeRequired(String field) {
        return !NEVER_REQUIRED.contains(field);
    }

    /** Whether the whole sync fails without a right API field name of the field (S13). */
    public static boolean isVital(String field) {
        return VITAL.contains(field);
    }

    /** @throws InvalidInputException naming every mapping that has to change, as {@code field.part} */
    public static void check(List<FieldMapping> mappings) {
        List<Problem> problems = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        Set<String> apiNames = new HashSet<>();
        Set<String> headings = new HashSet<>();
        for (FieldMapping mapping : mappings) {
            String field = mapping.getField();
            if (field == null || !field.matches("[A-Za-z]\\w{0,99}")) {
                problems.add(new Problem("field", "\"" + field + "\" can't be the name of a field."));
                continue;
            }
            if (!fields.add(field)) {
                problems.add(new Problem(field, "The field " + field + " is mapped twice."));
            }
            if (mapping.isRequired() && !mayBeRequired(field)) {
                problems.add(new Problem(field + ".required", "Required can't be ticked for " + field + "."));
            }
            String apiName = mapping.getApiFieldName();
            if (apiName != null && !apiName.isBlank()) {
                IntegrationCheck.apiName(problems, field + ".apiFieldName", apiName.trim());
                if (!apiNames.add(apiName.trim().toLowerCase(Locale.ROOT))) {
                    problems.add(new Problem(
                            field + ".apiFieldName", "The API field name " + apiName + " is mapped to two fields."));
                }
            }
            String heading = mapping.getCsvHeading();
            if (heading != null && !heading.isBlank() && !headings.add(heading.trim())) {
                problems.add(
                        new Problem(field + ".csvHeading", "The CSV heading " + heading + " is mapped to two fields."));
            }
        }
        for (String vital : VITAL) {
            if (mappings.stream().noneMatch(mapping -> vital.equals(mapping.getField()) && hasApiName(mapping))) {
                problems.add(new Problem(vital + ".apiFieldName", "The field " + vital + " needs an API field name."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static boolean hasApiName(FieldMapping mapping) {
        return mapping.getApiFieldName() != null && !mapping.getApiFieldName().isBlank();
    }
}
