package org.mobiledatasync.integration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The integration that a page speaks of: the one of the parameter {@code integration}, without it the first one. */
@Named
@RequestScoped
public class ChosenIntegration {

    @Inject
    private IntegrationService integrations;

    @Inject
    @Param(name = "integration")
    private Long id;

    private List<Integration> all;
    private Integration integration;

    @PostConstruct
    void load() {
        all = integrations.findAll();
        if (id != null) {
            choose(id);
        } else if (!all.isEmpty()) {
            integration = all.get(0);
        }
    }

    /** Takes another one, which the page knows otherwise; none when there is no such integration. */
    public void choose(long other) {
        integration = all.stream()
                .filter(one -> one.getId().equals(other))
                .findFirst()
                .orElse(null);
    }

    /** Answers that there is no such page when there is no such integration. */
    public void require() {
        if (integration == null) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    public boolean isChosen() {
        return integration != null;
    }

    /** The state of the one that is chosen, or of another one that is shown. */
    public IntegrationState stateOf(Integration shown) {
        return IntegrationState.of(shown);
    }

    /** Where its pages go back to. */
    public void goHome() {
        Faces.redirect("data-sync/index.xhtml?integration=%s", integration.getId());
    }

    public List<Integration> getAll() {
        return all;
    }

    public Integration getIntegration() {
        return integration;
    }
}
