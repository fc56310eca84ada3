package org.mobiledatasync.sync.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mobiledatasync.sync.boundary.PreviewService;

/** What an integration's nightly sync would do if it ran now: asked for, followed and read. Nothing is changed by it. */
@Path("/integrations/{id: \\d+}/preview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class PreviewResource {
    @Inject
    private PreviewService previews;

    @POST
    public Response start(@PathParam("id") long integrationId) {
        return Response.accepted(PreviewDocument.of(previews.start(integrationId)))
                .build();
    }

    @GET
    public PreviewDocument get(@PathParam("id") long integrationId) {
        return PreviewDocument.of(previews.get(integrationId));
    }

    @POST
    @Path("/stop")
    public PreviewDocument stop(@PathParam("id") long integrationId) {
        return PreviewDocument.of(previews.stop(integrationId));
    }
}
