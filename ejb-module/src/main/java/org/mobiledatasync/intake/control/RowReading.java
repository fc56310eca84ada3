package org.mobiledatasync.intake.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mobiledatasync.intake.entity.ImportPlan;
import org.mobiledatasync.platform.control.CsvCells;
import org.mobiledatasync.profile.control.FieldCheck;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.profile.entity.ProfileField;

/**
 * One line of a file as it is read: the number in E.164 and the values that it has. Empty cells are no values: a file never
 * erases anything.
 *
 * @param phone empty when the line is refused
 * @param refusal why the line cannot be taken, as a sentence for people; null when it can
 */
public record RowReading(
        Optional<String> phone, Map<ProfileField, String> fields, Map<String, String> customFields, String refusal) {

    private static final int LONGEST_SHOWN = 60;

    /** Reads the cells of a line by the plan. */
    public static RowReading of(List<String> headings, ImportPlan plan, List<String> cells) {
        if (cells.size() > headings.size()
                && cells.subList(headings.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            return refused("The line has more cells than there are headings.");
        }
        Map<ProfileField, String> fields = new EnumMap<>(ProfileField.class);
        Map<String, String> custom = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        String typedPhone = "";
        for (int column = 0; column < Math.min(headings.size(), cells.size()); column++) {
            String cell = CsvCells.plain(cells.get(column));
            String field = plan.getFields().get(column);
            if (field.equals(ImportPlan.PHONE)) {
                typedPhone = cell;
            } else if (!cell.isEmpty() && field.equals(ImportPlan.CUSTOM)) {
                custom.put(headings.get(column), cell);
                problems.addAll(named(headings.get(column), cell, FieldCheck.customProblems(cell)));
            } else if (!cell.isEmpty() && !field.equals(ImportPlan.LEFT_OUT)) {
                ProfileField known = ProfileField.ofKey(field).orElseThrow();
                fields.put(known, cell);
                problems.addAll(named(headings.get(column), cell, FieldCheck.problems(known, cell)));
            }
        }
        if (typedPhone.isEmpty()) {
            return refused("The line has no mobile number.");
        }
        Optional<String> phone = MobileNumbers.toE164(typedPhone, plan.getRegion());
        if (phone.isEmpty()) {
            problems.add(0, "\"" + shown(typedPhone) + "\" is not a mobile number.");
        }
        return problems.isEmpty() ? new RowReading(phone, fields, custom, null) : refused(String.join(" ", problems));
    }

    private static List<String> named(String heading, String value, List<String> problems) {
        return problems.stream()
                .map(problem -> heading + ", \"" + shown(value) + "\": " + problem)
                .toList();
    }

    private static String shown(String value) {
        String text = value.replace('\0', '?');
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static RowReading refused(String why) {
        return new RowReading(Optional.empty(), Map.of(), Map.of(), why);
    }
}
