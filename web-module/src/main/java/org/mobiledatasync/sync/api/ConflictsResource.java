package org.mobiledatasync.sync.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.api.RequestValue;
import org.mobiledatasync.sync.boundary.FieldConflictService;
import org.mobiledatasync.sync.boundary.FieldConflictService.FieldChoice;

/** The pairs of an integration that are in conflict, and the choices that settle them. */
@Path("/integrations/{id: \\d+}/conflicts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConflictsResource {
    @Inject
    private FieldConflictService conflicts;

    /** What is chosen for some or all fields of one profile. */
    public static class Choices {
        public List<Choice> fields;
    }

    /** What is chosen for one field: MOBILE, SALESFORCE, or nothing to take a choice back. */
    public static class Choice {
        public String field;
        public String choice;
        public Integer version;
    }

    @GET
    public Page<ConflictDocument> list(@PathParam("id") long integrationId, @BeanParam PageRequest page) {
        return page.answer(
                conflicts.find(integrationId, page.first(), page.size()).stream()
                        .map(ConflictDocument::of)
                        .toList(),
                conflicts.count(integrationId));
    }

    @GET
    @Path("/{profileId: \\d+}")
    public ConflictDocument get(@PathParam("id") long integrationId, @PathParam("profileId") long profileId) {
        return ConflictDocument.of(conflicts.get(integrationId, profileId));
    }

    @PUT
    @Path("/{profileId: \\d+}")
    public ConflictDocument choose(
            @PathParam("id") long integrationId, @PathParam("profileId") long profileId, Choices choices) {
        List<FieldChoice> chosen = RequestValue.list("fields", RequestValue.body(choices).fields).stream()
                .map(ConflictsResource::read)
                .toList();
        return ConflictDocument.of(conflicts.choose(integrationId, profileId, chosen));
    }

    private static FieldChoice read(Choice choice) {
        return new FieldChoice(
                RequestValue.required("field", choice.field),
                RequestValue.constant("choice", choice.choice, OnConflict.class, null),
                RequestValue.required("version", choice.version));
    }
}
