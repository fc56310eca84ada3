package org.mobiledatasync.integration.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.integration.control.PathRuleCheck;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.integration.entity.OptInPathRule;
import org.mobiledatasync.integration.entity.OptInPathRuleRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** The opt-in path rules of an integration: which people of Salesforce join through a path of their own (R4.7). */
@Stateless
public class OptInPathRuleService {
    private static final String KIND = "Opt-in path rules";

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private OptInPathRuleRepository rules;

    @Inject
    private OptInPathRepository paths;

    @Inject
    private CampaignRepository campaigns;

    @Inject
    private AuditLog audit;

    /** In the order in which they are tried. */
    @RolesAllowed(Roles.OPERATOR)
    public List<OptInPathRule> find(long integrationId) {
        integrations.get(integrationId);
        return rules.findByIntegration(integrationId);
    }

    /**
     * Replaces all rules of an integration by these, tried in their order. The integration has another version afterwards.
     *
     * @param version that of the integration when its rules were read
     * @throws ConflictException when somebody else saved meanwhile
     * @throws InvalidInputException naming every rule that has to change, by its place from 0: {@code 0.heading}
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<OptInPathRule> save(long integrationId, int version, List<OptInPathRule> edited) {
        Integration integration = integrations.get(integrationId);
        if (integration.getVersion() != version) {
            throw ConflictException.lostUpdate("integration");
        }
        edited.forEach(OptInPathRuleService::tidy);
        Map<Long, OptInPath> known =
                paths.findAll().stream().collect(Collectors.toMap(OptInPath::getId, Function.identity()));
        PathRuleCheck.check(edited, known, open(known));
        integrations.raiseVersion(integration);
        List<OptInPathRule> stored = rules.findByIntegration(integrationId);
        List<String> before = stored.stream().map(rule -> said(rule, known)).toList();
        stored.forEach(rules::remove);
        int position = 0;
        for (OptInPathRule rule : edited) {
            rules.add(new OptInPathRule(
                    integrationId, ++position, rule.getHeading(), rule.getValue(), rule.getOptInPathId()));
        }
        List<AuditChange> changes =
                changes(before, edited.stream().map(rule -> said(rule, known)).toList());
        if (!changes.isEmpty()) {
            audit.record(AuditAction.CHANGED, KIND, integration.getName(), changes);
        }
        return rules.findByIntegration(integrationId);
    }

    private static void tidy(OptInPathRule rule) {
        rule.setHeading(rule.getHeading() == null ? null : rule.getHeading().strip());
        rule.setValue(rule.getValue() == null ? null : rule.getValue().strip());
    }

    private Set<Long> open(Map<Long, OptInPath> known) {
        return known.values().stream()
                .filter(path -> campaigns.get(path.getCampaignId()).takesIn(path))
                .map(OptInPath::getId)
                .collect(Collectors.toSet());
    }

    private static String said(OptInPathRule rule, Map<Long, OptInPath> known) {
        return rule.getHeading() + " = " + rule.getValue() + ": "
                + known.get(rule.getOptInPathId()).getName();
    }

    private static List<AuditChange> changes(List<String> before, List<String> after) {
        List<AuditChange> changes = new ArrayList<>();
        for (int place = 0; place < Math.max(before.size(), after.size()); place++) {
            AuditChange.of("Rule " + (place + 1), at(before, place), at(after, place))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private static String at(List<String> rules, int place) {
        return place < rules.size() ? rules.get(place) : "";
    }
}
