package org.mobiledatasync.integration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Lets the chosen integration rest, for a while or for good (S15). */
@Named
@RequestScoped
public class DeactivationBacking {

    @Inject
    private IntegrationService integrations;

    @Inject
    private ChosenIntegration chosen;

    private boolean forGood;

    public void deactivate() {
        long id = chosen.getIntegration().getId();
        Integration rested = forGood ? integrations.deactivateForGood(id) : integrations.deactivate(id);
        Messages.addFlashGlobalInfo(Faces.getBundleString("deactivate.done"), rested.getName());
        chosen.goHome();
    }

    public boolean isForGood() {
        return forGood;
    }

    public void setForGood(boolean forGood) {
        this.forGood = forGood;
    }
}
