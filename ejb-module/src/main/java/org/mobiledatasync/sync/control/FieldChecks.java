package org.mobiledatasync.sync.control;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.sync.control.ConnectionChecks.Check;

/** Compares the names that an integration uses with what Salesforce says of its contacts. */
final class FieldChecks {
    private static final Set<String> TEXTS =
            Set.of("string", "textarea", "phone", "email", "picklist", "combobox", "url", "multipicklist");

    private FieldChecks() {}

    /** One check of the opt-in field, one of the external id field when there is one, one per mapped API field. */
    static List<Check> of(SyncPlan plan, ContactFields fields) {
        List<Check> checks = new ArrayList<>();
        Optional<String> problem = fields.optInProblem(plan.optInField());
        checks.add(new Check(
                "Mobile opt-in field",
                problem.isEmpty(),
                problem.orElse(plan.optInField() + " is a checkbox that the user may write.")));
        if (plan.externalId() != null) {
            String name = plan.externalId().field();
            Optional<String> wrong = fields.externalIdProblem(name);
            checks.add(
                    new Check("External id field", wrong.isEmpty(), wrong.orElse(name + " is a unique external id.")));
        }
        for (FieldMapping mapping : plan.mappings()) {
            String name = plan.apiName(mapping.getField());
            if (name != null && !FieldMapping.OPT_IN.equals(mapping.getField())) {
                checks.add(mapped(mapping, name, fields));
            }
        }
        return checks;
    }

    private static Check mapped(FieldMapping mapping, String name, ContactFields fields) {
        String title = "Field " + mapping.getField();
        Optional<JsonObject> field = fields.find(name);
        if (field.isEmpty()) {
            return new Check(title, false, fields.missing(name).orElseThrow());
        }
        boolean written = mapping.isMerged() || FieldMapping.PHONE.equals(mapping.getField());
        if (!written) {
            return new Check(title, true, name + " is there.");
        }
        if (!field.get().getBoolean("updateable", true)) {
            return new Check(
                    title,
                    false,
                    "The user may not write the field " + name
                            + ". Give it edit access in Salesforce, or choose another field.");
        }
        return text(title, field.get());
    }

    private static Check text(String title, JsonObject field) {
        String name = field.getString("name");
        String type = field.getString("type", "string");
        if (!TEXTS.contains(type)) {
            return new Check(
                    title, false, name + " is not a text in Salesforce but a " + type + ". Map it to a text field.");
        }
        int length = field.getInt("length", 0);
        String longest = length == 0 ? "" : " Salesforce takes up to " + length + " characters.";
        return new Check(title, true, name + " may be written." + longest);
    }
}
