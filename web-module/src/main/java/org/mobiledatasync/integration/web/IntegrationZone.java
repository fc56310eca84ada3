package org.mobiledatasync.integration.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.web.PageZone;

/** That of the first integration; as long as there is none, that of the server. */
@ApplicationScoped
public class IntegrationZone implements PageZone {

    @Inject
    private ChosenIntegration integrations;

    @Override
    public ZoneId zone() {
        return integrations.getAll().stream().findFirst().map(Integration::zone).orElseGet(ZoneId::systemDefault);
    }
}
