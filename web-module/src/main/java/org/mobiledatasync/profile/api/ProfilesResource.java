package org.mobiledatasync.profile.api;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.api.RequestValue;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.profile.boundary.ProfileDirectory;
import org.mobiledatasync.profile.boundary.ProfileService;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.ProfileFilter;
import org.mobiledatasync.profile.entity.ProfileOrder;
import org.mobiledatasync.profile.entity.ProfileStatus;

/** Lists, makes, changes and deletes profiles. */
@RequestScoped
@Path("/profiles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProfilesResource {

    @Inject
    private ProfileService service;

    @Inject
    private ProfileDirectory directory;

    @Context
    private SecurityContext security;

    /** Newest first; {@code q} is found anywhere in number, names or e-mail. */
    @GET
    public Page<ProfileJson> list(
            @QueryParam("phone") String phone,
            @QueryParam("email") String email,
            @QueryParam("status") String status,
            @QueryParam("q") String text,
            @BeanParam PageRequest page) {
        var filter = new ProfileFilter(
                phone, email, RequestValue.constant("status", status, ProfileStatus.class, null), text);
        var items = directory.find(filter, ProfileOrder.NEWEST, page.first(), page.size()).stream()
                .map(ProfileJson::of)
                .toList();
        return page.answer(items, directory.count(filter));
    }

    /** Numbers without a country code are read as of the region, by default that of the first integration. */
    @POST
    public Response create(ProfileJson body, @QueryParam("region") String region, @Context UriInfo uri) {
        var input = RequestValue.body(body);
        var profile = region == null
                ? service.create(input.phone(), input.toInput(), FirstSeenType.API)
                : service.create(input.phone(), region, input.toInput(), FirstSeenType.API);
        var location =
                uri.getAbsolutePathBuilder().path(profile.getId().toString()).build();
        return Response.created(location).entity(read(profile.getId())).build();
    }

    @GET
    @Path("{id}")
    public ProfileJson get(@PathParam("id") String id) {
        return read(RequestValue.id("id", id));
    }

    @PUT
    @Path("{id}")
    public ProfileJson update(@PathParam("id") String id, ProfileJson body) {
        var profileId = RequestValue.id("id", id);
        var input = RequestValue.body(body);
        var version = RequestValue.required("version", input.version());
        if (input.phone() != null && !input.phone().equals(read(profileId).phone())) {
            throw new InvalidInputException("phone", "The number of a profile cannot change: make a new profile.");
        }
        service.update(profileId, version, input.toInput(), cause("E-mail address added"));
        return read(profileId);
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        service.remove(RequestValue.id("id", id), cause("Profile deleted"));
    }

    private ProfileJson read(long id) {
        return ProfileJson.of(directory.get(id));
    }

    private ConsentCause cause(String evidence) {
        return ConsentCause.of(ConsentSource.API, security.getUserPrincipal().getName(), evidence);
    }
}
