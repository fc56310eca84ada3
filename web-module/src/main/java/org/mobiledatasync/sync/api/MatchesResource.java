package org.mobiledatasync.sync.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.api.RequestValue;
import org.mobiledatasync.sync.boundary.MatchService;

/** The numbers of an integration that several contacts claim, and whose they are. */
@Path("/integrations/{id: \\d+}/matches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MatchesResource {
    private static final String NONE = "NONE";

    @Inject
    private MatchService matches;

    /** The contact that the number belongs to, or {@code NONE}. */
    public static class Choice {
        public String contactId;
    }

    @GET
    public Page<MatchDocument> list(@PathParam("id") long integrationId, @BeanParam PageRequest page) {
        return page.answer(
                matches.find(integrationId, page.first(), page.size()).stream()
                        .map(MatchDocument::of)
                        .toList(),
                matches.count(integrationId));
    }

    @GET
    @Path("/{phone}")
    public MatchDocument get(@PathParam("id") long integrationId, @PathParam("phone") String phone) {
        return MatchDocument.of(matches.get(integrationId, phone));
    }

    @PUT
    @Path("/{phone}")
    public MatchDocument choose(@PathParam("id") long integrationId, @PathParam("phone") String phone, Choice choice) {
        String contactId = RequestValue.required("contactId", RequestValue.body(choice).contactId);
        return MatchDocument.of(matches.choose(
                integrationId, phone, Optional.of(contactId.strip()).filter(given -> !NONE.equalsIgnoreCase(given))));
    }

    @DELETE
    @Path("/{phone}")
    public void takeBack(@PathParam("id") long integrationId, @PathParam("phone") String phone) {
        matches.takeBack(integrationId, phone);
    }
}
