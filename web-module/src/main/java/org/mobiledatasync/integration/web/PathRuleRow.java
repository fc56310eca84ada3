package org.mobiledatasync.integration.web;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.mobiledatasync.integration.entity.OptInPathRule;

/** One line of the opt-in path rules while they are edited, with what is wrong in it. */
public class PathRuleRow implements Serializable {
    private final Map<String, String> problems = new HashMap<>();
    private String heading;
    private String value;
    private Long optInPathId;

    static PathRuleRow of(OptInPathRule rule) {
        PathRuleRow row = new PathRuleRow();
        row.heading = rule.getHeading();
        row.value = rule.getValue();
        row.optInPathId = rule.getOptInPathId();
        return row;
    }

    OptInPathRule toRule(long integrationId) {
        return new OptInPathRule(integrationId, 0, heading, value, optInPathId);
    }

    /** Notes a problem. @param part the name of the column */
    void addProblem(String part, String message) {
        problems.merge(part, message, (one, other) -> one + " " + other);
    }

    void forgetProblems() {
        problems.clear();
    }

    /** What is wrong in a column; null when nothing is. */
    public String problem(String part) {
        return problems.get(part);
    }

    public String getHeading() {
        return heading;
    }

    public void setHeading(String heading) {
        this.heading = heading;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public Long getOptInPathId() {
        return optInPathId;
    }

    public void setOptInPathId(Long optInPathId) {
        this.optInPathId = optInPathId;
    }
}
