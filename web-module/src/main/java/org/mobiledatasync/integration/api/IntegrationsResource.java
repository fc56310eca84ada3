package org.mobiledatasync.integration.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.sync.boundary.ActivationService;
import org.mobiledatasync.sync.boundary.ConnectionTest;

/** Integrations: list, create, change, activate, test. */
@Path("/integrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IntegrationsResource {
    @Inject
    private IntegrationService integrations;

    @Inject
    private ConnectionTest connection;

    @Inject
    private ActivationService activation;

    @GET
    public Page<IntegrationDocument> list(@BeanParam PageRequest page) {
        List<Integration> all = integrations.findAll();
        List<IntegrationDocument> items = all.stream()
                .skip(page.first())
                .limit(page.size())
                .map(this::document)
                .toList();
        return page.answer(items, all.size());
    }

    @POST
    public Response create(IntegrationDocument document, @Context UriInfo uri) {
        Integration draft = integrations.draft();
        present(document).writeTo(draft);
        Integration created = integrations.create(draft);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(String.valueOf(created.getId()))
                        .build())
                .entity(document(created))
                .build();
    }

    @GET
    @Path("/{id: \\d+}")
    public IntegrationDocument get(@PathParam("id") long id) {
        return document(integrations.get(id));
    }

    @PUT
    @Path("/{id: \\d+}")
    public IntegrationDocument update(@PathParam("id") long id, IntegrationDocument document) {
        Integration edited = integrations.get(id);
        if (present(document).version == null) {
            throw new InvalidInputException("version", "Send the version that you read.");
        }
        if (document.version != edited.getVersion()) {
            throw ConflictException.lostUpdate("integration");
        }
        document.writeTo(edited);
        integrations.update(edited);
        return document(integrations.get(id));
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void remove(@PathParam("id") long id) {
        integrations.remove(id);
    }

    /** Tests the connection first, unless it was tested with success within the last fifteen minutes. */
    @POST
    @Path("/{id: \\d+}/activate")
    @Consumes(MediaType.WILDCARD)
    public IntegrationDocument activate(@PathParam("id") long id) {
        activation.activate(id);
        return document(integrations.get(id));
    }

    @POST
    @Path("/{id: \\d+}/deactivate")
    @Consumes(MediaType.WILDCARD)
    public IntegrationDocument deactivate(@PathParam("id") long id) {
        integrations.deactivate(id);
        return document(integrations.get(id));
    }

    @POST
    @Path("/{id: \\d+}/test-connection")
    @Consumes(MediaType.WILDCARD)
    public ConnectionTest.Result testConnection(@PathParam("id") long id) {
        return connection.run(id);
    }

    private IntegrationDocument document(Integration integration) {
        return IntegrationDocument.of(
                integration, integrations.nextNightly(integration.getId()).orElse(null));
    }

    private static IntegrationDocument present(IntegrationDocument document) {
        if (document == null) {
            throw new InvalidInputException("body", "Send the integration as a JSON document.");
        }
        return document;
    }
}
