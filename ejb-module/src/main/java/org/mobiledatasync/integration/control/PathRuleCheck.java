package org.mobiledatasync.integration.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.integration.entity.OptInPathRule;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;

/** Checks the opt-in path rules of an integration (R4.7). */
public final class PathRuleCheck {
    private static final int LONGEST = 255;

    private PathRuleCheck() {}

    /**
     * @param paths all paths, by id
     * @param open the ids of those through which people can join now
     * @throws InvalidInputException naming every rule that has to change, by its place from 0: {@code 0.heading}
     */
    public static void check(List<OptInPathRule> rules, Map<Long, OptInPath> paths, Set<Long> open) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int place = 0; place < rules.size(); place++) {
            OptInPathRule rule = rules.get(place);
            text(problems, place + ".heading", rule.getHeading(), "Enter the heading of the column to look at.");
            text(problems, place + ".value", rule.getValue(), "Enter the value that the column must hold.");
            String condition =
                    rule.getHeading() + "\n" + String.valueOf(rule.getValue()).toLowerCase(Locale.ROOT);
            if (!known.add(condition)) {
                problems.add(new Problem(place + ".value", "A rule above has this heading and value already."));
            }
            Long pathId = rule.getOptInPathId();
            boolean isOpen = pathId != null && open.contains(pathId);
            path(problems, place + ".optInPathId", pathId == null ? null : paths.get(pathId), isOpen);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static void text(List<Problem> problems, String field, String text, String whenEmpty) {
        if (text == null || text.isBlank()) {
            problems.add(new Problem(field, whenEmpty));
        } else if (text.length() > LONGEST) {
            problems.add(new Problem(field, "Enter at most " + LONGEST + " characters."));
        }
    }

    private static void path(List<Problem> problems, String field, OptInPath path, boolean isOpen) {
        if (path == null) {
            problems.add(new Problem(field, "Choose an opt-in path."));
        } else if (path.getType() != OptInPathType.WEB) {
            problems.add(new Problem(field, "The path " + path.getName() + " is not a web path."));
        } else if (!isOpen) {
            problems.add(new Problem(field, "Nobody can join through the path " + path.getName() + " now."));
        }
    }
}
