package org.mobiledatasync.sync.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.api.RequestValue;
import org.mobiledatasync.sync.boundary.SyncRunService;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.SyncRun;

/** The runs of one integration. */
@Path("/integrations/{id: \\d+}/runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IntegrationRunsResource {
    @Inject
    private SyncRunService runs;

    /** Which run to start. */
    public static class Start {
        public String kind;
    }

    @POST
    public Response start(@PathParam("id") long integrationId, Start start, @Context UriInfo uri) {
        SyncRun run = runs.start(integrationId, kind(start));
        return Response.accepted(document(run))
                .location(uri.getBaseUriBuilder().path("runs/" + run.getId()).build())
                .build();
    }

    @GET
    public Page<RunDocument> list(@PathParam("id") long integrationId, @BeanParam PageRequest page) {
        return page.answer(
                runs.find(integrationId, page.first(), page.size()).stream()
                        .map(this::document)
                        .toList(),
                runs.count(integrationId));
    }

    private RunDocument document(SyncRun run) {
        return RunDocument.of(run, runs.outcomes(run));
    }

    private static RunKind kind(Start start) {
        RunKind kind = RequestValue.constant("kind", RequestValue.body(start).kind, RunKind.class, null);
        return RequestValue.required("kind", kind);
    }
}
