package org.mobiledatasync.sync.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.integration.entity.ContactDefaults;
import org.mobiledatasync.integration.entity.FieldMappingRepository;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.integration.entity.OptInPathRuleRepository;
import org.mobiledatasync.salesforce.control.SalesforceAccount;
import org.mobiledatasync.salesforce.control.SalesforceHosts;

/** Reads the {@link SyncPlan} of an integration in a short transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SyncPlanLedger {
    @Inject
    private IntegrationRepository integrations;

    @Inject
    private FieldMappingRepository mappings;

    @Inject
    private OptInPathRuleRepository rules;

    @Inject
    private OptInPathRepository paths;

    @Inject
    private CampaignRepository campaigns;

    @Inject
    private SalesforceHosts hosts;

    public SyncPlan read(long integrationId) {
        Integration integration = integrations.get(integrationId);
        ContactDefaults defaults = integration.getContactDefaults();
        String exportUrl = integration.getCustomExportUrl();
        return new SyncPlan(
                integrationId,
                SalesforceAccount.of(integration, hosts),
                integration.getSyncType(),
                integration.getDefaultRegion(),
                exportUrl == null || exportUrl.isBlank() ? null : URI.create(exportUrl.trim()),
                mappings.findByIntegration(integrationId),
                defaults.getMobileOptInField().trim(),
                newContact(defaults),
                externalId(integration),
                path(integration.getWebOptInPathId()).orElse(null),
                pathRules(integrationId),
                integrations.findAllIds().stream()
                        .filter(other -> other != integrationId)
                        .toList());
    }

    private static ExternalId externalId(Integration integration) {
        String field = integration.getContactDefaults().getExternalIdField();
        return field == null || field.isBlank() ? null : ExternalId.of(field.trim(), integration.getCreatedAt());
    }

    private List<SyncRules.PathRule> pathRules(long integrationId) {
        return rules.findByIntegration(integrationId).stream()
                .flatMap(rule -> path(rule.getOptInPathId())
                        .map(path -> new SyncRules.PathRule(rule.getHeading(), rule.getValue(), path))
                        .stream())
                .toList();
    }

    /** The path, if it and its campaign still take people in. */
    private Optional<SyncRules.Path> path(Long optInPathId) {
        return Optional.ofNullable(optInPathId)
                .flatMap(paths::find)
                .filter(path -> campaigns.get(path.getCampaignId()).takesIn(path))
                .map((OptInPath path) -> new SyncRules.Path(path.getId(), path.getCampaignId(), path.isDoubleOptIn()));
    }

    private static Map<String, String> newContact(ContactDefaults defaults) {
        Map<String, String> values = new TreeMap<>();
        put(values, "FirstName", defaults.getDefaultFirstName());
        put(values, "LastName", defaults.getDefaultLastName());
        put(values, "LeadSource", defaults.getSourceCode());
        return values;
    }

    private static void put(Map<String, String> values, String field, String value) {
        if (!Objects.requireNonNullElse(value, "").isBlank()) {
            values.put(field, value.trim());
        }
    }
}
