package org.mobiledatasync.quota.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.mobiledatasync.quota.boundary.QuotaService;

/** The quota of today. */
@Path("/integrations/{id: \\d+}/quota")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuotaResource {
    @Inject
    private QuotaService quota;

    @GET
    public QuotaService.Usage today(@PathParam("id") long integrationId) {
        return quota.today(integrationId);
    }
}
