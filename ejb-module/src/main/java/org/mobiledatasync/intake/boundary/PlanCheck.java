package org.mobiledatasync.intake.boundary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mobiledatasync.intake.entity.ImportPlan;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.profile.control.FieldCheck;
import org.mobiledatasync.profile.entity.ProfileField;

/** What a plan needs before lines are compared by it; finds every problem at once. */
final class PlanCheck {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> headings;
    private final ImportPlan plan;

    PlanCheck(List<String> headings, ImportPlan plan) {
        this.headings = headings;
        this.plan = plan;
    }

    /** @throws InvalidInputException naming {@code columns}, {@code columns.<number>} or a part of the consent */
    void check() {
        if (!plan.getFields().contains(ImportPlan.PHONE)) {
            problem("columns", "Choose the column with the mobile number: nobody can be taken in without it.");
        }
        checkColumns();
        if (!List.of(Locale.getISOCountries()).contains(plan.getRegion())) {
            problem("region", "Choose the country of numbers that are written without a country code.");
        }
        if (plan.getOptInPathId() != null) {
            checkGiven("consentWho", plan.getConsentWho(), 200, "Say who obtained the consent.");
            checkGiven("consentWhen", plan.getConsentWhen(), 200, "Say when it was given.");
            checkGiven("consentWhere", plan.getConsentWhere(), 2000, "Say where and how it was given.");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private void checkColumns() {
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < headings.size(); column++) {
            String field = plan.getFields().get(column);
            boolean custom = field.equals(ImportPlan.CUSTOM);
            String target = custom ? "custom " + headings.get(column) : field;
            if (!field.equals(ImportPlan.LEFT_OUT) && !seen.add(target)) {
                problem("columns." + column, "Another column is this already.");
            } else if (custom && !FieldCheck.isCustomName(headings.get(column))) {
                problem("columns." + column, "A custom field needs a heading of 1 to 100 characters.");
            } else if (custom && ProfileField.ofKey(headings.get(column)).isPresent()) {
                problem("columns." + column, "A custom field cannot have the name of another field.");
            }
        }
    }

    private void checkGiven(String field, String text, int most, String missing) {
        if (text == null || text.isBlank()) {
            problem(field, missing);
        } else if (text.length() > most) {
            problem(field, "This has up to " + most + " characters.");
        }
    }

    private void problem(String field, String message) {
        problems.add(new Problem(field, message));
    }
}
