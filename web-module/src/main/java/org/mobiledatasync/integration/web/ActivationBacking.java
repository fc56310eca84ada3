package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Says what activating or deactivating will do, and does it (S14, S15). */
@Named
@RequestScoped
public class ActivationBacking {

    @Inject
    private IntegrationService integrations;

    @Inject
    private ChosenIntegration chosen;

    private List<Problem> missing = List.of();
    private OffsetDateTime firstNightly;
    private boolean forGood;

    @PostConstruct
    void load() {
        if (chosen.isChosen()) {
            missing = integrations.findMissing(id());
            firstNightly = integrations.firstNightly(id());
        }
    }

    public void activate() {
        Integration activated = integrations.activate(id());
        Messages.addFlashGlobalInfo(Faces.getBundleString("activate.done"), activated.getName());
        chosen.goHome();
    }

    public void deactivate() {
        Integration rested = forGood ? integrations.deactivateForGood(id()) : integrations.deactivate(id());
        Messages.addFlashGlobalInfo(Faces.getBundleString("deactivate.done"), rested.getName());
        chosen.goHome();
    }

    private long id() {
        return chosen.getIntegration().getId();
    }

    /** What activating is refused for. */
    public List<Problem> getMissing() {
        return missing;
    }

    public OffsetDateTime getFirstNightly() {
        return firstNightly;
    }

    public boolean isForGood() {
        return forGood;
    }

    public void setForGood(boolean forGood) {
        this.forGood = forGood;
    }
}
