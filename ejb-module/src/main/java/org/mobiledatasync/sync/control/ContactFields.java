package org.mobiledatasync.sync.control;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.salesforce.control.SalesforceFault;

/** The fields of Contact as Salesforce describes them to the integration's user. Names count without case, as there. */
public final class ContactFields {
    private final Map<String, JsonObject> byName;

    public ContactFields(List<JsonObject> described) {
        byName = described.stream()
                .collect(Collectors.toMap(
                        field -> field.getString("name").toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> a));
    }

    /**
     * Checks that the names for phone, e-mail and opt-in exist, before anything is moved (S13).
     *
     * @throws SalesforceFault INVALID_FIELD naming the field, and what may have been meant
     */
    public void checkVital(SyncPlan plan) {
        optInProblem(plan.optInField()).ifPresent(ContactFields::refuse);
        for (String vital : List.of(FieldMapping.PHONE, ProfileField.EMAIL.key())) {
            String name = plan.apiName(vital);
            if (name != null) {
                missing(name).ifPresent(problem -> refuse(problem + " It is mapped to " + vital + "."));
            }
        }
    }

    /** What is wrong with the name of the opt-in field; empty when it is a writable checkbox. */
    public Optional<String> optInProblem(String name) {
        Optional<JsonObject> field = find(name);
        if (field.isEmpty()) {
            return missing(name);
        }
        if (!"boolean".equals(field.get().getString("type"))) {
            return Optional.of("The field " + name + " is not a checkbox.");
        }
        return field.get().getBoolean("updateable", true)
                ? Optional.empty()
                : Optional.of("The user may not write the field " + name + ".");
    }

    /** What is wrong with the name of the external id field; empty when contacts can be made on it. */
    public Optional<String> externalIdProblem(String name) {
        Optional<JsonObject> field = find(name);
        if (field.isEmpty()) {
            return missing(name);
        }
        if (!field.get().getBoolean("externalId", false)) {
            return Optional.of("The field " + name + " is not marked as an External ID.");
        }
        if (!"string".equals(field.get().getString("type"))
                || field.get().getInt("length", ExternalId.LONGEST) < ExternalId.LONGEST) {
            return Optional.of(
                    "The field " + name + " must be a text of " + ExternalId.LONGEST + " characters or more.");
        }
        if (!field.get().getBoolean("unique", false)) {
            return Optional.of("The field " + name + " is not marked as unique.");
        }
        return field.get().getBoolean("createable", true)
                ? Optional.empty()
                : Optional.of("The user may not write the field " + name + ".");
    }

    /** That there is no field of this name, and which may have been meant; empty when there is one. */
    public Optional<String> missing(String name) {
        if (find(name).isPresent()) {
            return Optional.empty();
        }
        String meant = CloseNames.nearest(name, names())
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        return Optional.of("Salesforce's contacts have no field " + name + "." + meant);
    }

    /** The names as Salesforce writes them, in alphabetical order. */
    public List<String> names() {
        return byName.values().stream()
                .map(field -> field.getString("name"))
                .sorted()
                .toList();
    }

    public Optional<JsonObject> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    private static void refuse(String problem) {
        throw SalesforceFault.of(FaultCode.INVALID_FIELD, problem);
    }
}
