package org.mobiledatasync.integration.api;

import org.mobiledatasync.integration.entity.OptInPathRule;

/** An opt-in path rule as a JSON document: people with this value under that heading join through the path. */
public class PathRuleDocument {
    public String heading;
    public String value;
    public Long optInPathId;

    public static PathRuleDocument of(OptInPathRule rule) {
        PathRuleDocument document = new PathRuleDocument();
        document.heading = rule.getHeading();
        document.value = rule.getValue();
        document.optInPathId = rule.getOptInPathId();
        return document;
    }

    public OptInPathRule toRule(long integrationId) {
        return new OptInPathRule(integrationId, 0, heading, value, optInPathId);
    }
}
