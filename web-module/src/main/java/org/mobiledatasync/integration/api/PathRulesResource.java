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
import org.mobiledatasync.integration.boundary.IntegrationService;
import org.mobiledatasync.integration.boundary.OptInPathRuleService;
import org.mobiledatasync.integration.entity.OptInPathRule;
import org.mobiledatasync.platform.api.RequestValue;

/** The opt-in path rules of an integration, in the order in which they are tried (R4.7). */
@Path("/integrations/{id: \\d+}/opt-in-path-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PathRulesResource {
    @Inject
    private OptInPathRuleService rules;

    @Inject
    private IntegrationService integrations;

    @GET
    public List<PathRuleDocument> list(@PathParam("id") long integrationId) {
        return documents(rules.find(integrationId));
    }

    /** Replaces all rules by these; with a version only as long as nobody else saved since that was read. */
    @PUT
    public List<PathRuleDocument> save(
            @PathParam("id") long integrationId,
            @Parameter(description = IntegrationDocument.VERSION_READ, schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("version")
                    String version,
            List<PathRuleDocument> documents) {
        List<OptInPathRule> edited = RequestValue.list(documents).stream()
                .map(document -> document.toRule(integrationId))
                .toList();
        int read = RequestValue.number(
                "version", version, integrations.get(integrationId).getVersion());
        return documents(rules.save(integrationId, read, edited));
    }

    private static List<PathRuleDocument> documents(List<OptInPathRule> rules) {
        return rules.stream().map(PathRuleDocument::of).toList();
    }
}
