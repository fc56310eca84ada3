package org.mobiledatasync.integration.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.mobiledatasync.integration.boundary.FieldMappingService;
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.platform.api.RequestValue;

/** The field mappings of an integration (S11 to S13). */
@Path("/integrations/{id: \\d+}/mappings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MappingsResource {
    @Inject
    private FieldMappingService mappings;

    @Inject
    private IntegrationService integrations;

    @GET
    public List<MappingDocument> list(@PathParam("id") long integrationId) {
        return documents(mappings.find(integrationId));
    }

    /** Replaces all mappings by these; with a version only as long as nobody else saved since that was read. */
    @PUT
    public List<MappingDocument> save(
            @PathParam("id") long integrationId,
            @Parameter(description = IntegrationDocument.VERSION_READ, schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("version")
                    String version,
            List<MappingDocument> documents) {
        List<FieldMapping> edited = RequestValue.list(documents).stream()
                .map(document -> document.toMapping(integrationId))
                .toList();
        int read = RequestValue.number(
                "version", version, integrations.get(integrationId).getVersion());
        return documents(mappings.save(integrationId, read, edited));
    }

    private static List<MappingDocument> documents(List<FieldMapping> mappings) {
        return mappings.stream().map(MappingDocument::of).toList();
    }
}
