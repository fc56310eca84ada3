package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.mobiledatasync.access.web.SignedIn;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.integration.boundary.FieldMappingService;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.sync.boundary.ConnectionTest;

/** The way to the first sync, step by step. It shows until an integration was activated for the first time. */
@Named
@RequestScoped
public class GuidedStartBacking {
    /** Without a place of theirs nobody is recognised, nor is consent read. */
    private static final Set<String> NEEDED =
            Set.of(FieldMapping.PHONE, FieldMapping.OPT_IN, FieldMapping.CONSTITUENT_ID);

    @Inject
    private ChosenIntegration chosen;

    @Inject
    private OptInPathService paths;

    @Inject
    private IntegrationService integrations;

    @Inject
    private FieldMappingService mappings;

    @Inject
    private ConnectionTest connection;

    @Inject
    private SignedIn signedIn;

    private List<GuideStep> steps = List.of();

    @PostConstruct
    void load() {
        boolean fresh = chosen.getAll().stream().allMatch(integration -> integration.getActivatedAt() == null);
        if (fresh && signedIn.isAdministrator()) {
            steps = GuideStep.inOrder(
                    !paths.findOpen().isEmpty(),
                    isConfigured(),
                    isConfigured() && isMapped(),
                    isConfigured() && isTested());
        }
    }

    private boolean isConfigured() {
        return chosen.isChosen() && integrations.findMissing(id()).isEmpty();
    }

    private boolean isMapped() {
        Integration integration = chosen.getIntegration();
        boolean pulls = isFilled(integration.getCustomExportUrl());
        return mappings.find(id()).stream()
                .filter(mapping -> NEEDED.contains(mapping.getField()))
                .allMatch(mapping -> isFilled(pulls ? mapping.getCsvHeading() : mapping.getApiFieldName()));
    }

    private boolean isTested() {
        return connection.findPassed(id()).isPresent();
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    private long id() {
        return chosen.getIntegration().getId();
    }

    /** Empty when there is nothing to guide to. */
    public List<GuideStep> getSteps() {
        return steps;
    }
}
