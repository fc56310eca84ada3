package org.mobiledatasync.profile.boundary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.profile.control.FieldCheck;
import org.mobiledatasync.profile.entity.ProfileField;

/**
 * What somebody entered for a profile; a field that is absent or blank has no value.
 *
 * @param customFields null leaves the custom fields as they are
 */
public record ProfileInput(Map<ProfileField, String> fields, Map<String, String> customFields) {

    /** The name of a field in the JSON API, by which errors name it. */
    public static String nameOf(ProfileField field) {
        return switch (field) {
            case FIRST_NAME -> "firstName";
            case LAST_NAME -> "lastName";
            case EMAIL -> "email";
            case STREET_1 -> "address.street1";
            case STREET_2 -> "address.street2";
            case CITY -> "address.city";
            case STATE -> "address.state";
            case POSTAL_CODE -> "address.postalCode";
            case COUNTRY -> "address.country";
        };
    }

    /**
     * The same without blanks around values, and without blank values.
     *
     * @param found problems that were found before, to be named with those of the fields
     * @throws InvalidInputException naming every field that cannot be stored as it is
     */
    ProfileInput checked(Problem... found) {
        var problems = new ArrayList<>(List.of(found));
        var tidyFields = new EnumMap<ProfileField, String>(ProfileField.class);
        fields.forEach((field, value) -> {
            if (isGiven(value)) {
                tidyFields.put(field, value.strip());
                FieldCheck.problems(field, value.strip())
                        .forEach(problem -> problems.add(new Problem(nameOf(field), problem)));
            }
        });
        Map<String, String> tidyCustom = customFields == null ? null : checkedCustom(problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new ProfileInput(tidyFields, tidyCustom);
    }

    private Map<String, String> checkedCustom(List<Problem> problems) {
        var tidy = new TreeMap<String, String>();
        customFields.forEach((name, value) -> {
            if (!FieldCheck.isCustomName(name)) {
                problems.add(
                        new Problem("customFields", "The name of a custom field has between 1 and 100 characters."));
            } else if (isGiven(value)) {
                tidy.put(name.strip(), value.strip());
                FieldCheck.customProblems(value.strip())
                        .forEach(problem -> problems.add(new Problem("customFields." + name, problem)));
            }
        });
        return tidy;
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
