package org.mobiledatasync.campaign.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.mobiledatasync.campaign.boundary.CampaignService;
import org.mobiledatasync.campaign.boundary.OptInPathService;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.api.RequestValue;

/** Campaigns and their opt-in paths. */
@RequestScoped
@Path("/campaigns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CampaignsResource {

    @Inject
    private CampaignService campaigns;

    @Inject
    private OptInPathService paths;

    @GET
    public Page<CampaignJson> list(@BeanParam PageRequest page) {
        return part(campaigns.findAll().stream().map(CampaignJson::of).toList(), page);
    }

    @POST
    public Response create(CampaignJson body, @Context UriInfo uri) {
        var request = RequestValue.body(body);
        var status = RequestValue.constant("status", request.status(), LifeStage.class, LifeStage.ACTIVE);
        var campaign = campaigns.create(request.name(), status);
        return created(uri, campaign.getId(), CampaignJson.of(campaign));
    }

    @GET
    @Path("{id}")
    public CampaignJson get(@PathParam("id") String id) {
        return CampaignJson.of(campaigns.get(RequestValue.id("id", id)));
    }

    @PUT
    @Path("{id}")
    public CampaignJson update(@PathParam("id") String id, CampaignJson body) {
        var request = RequestValue.body(body);
        var campaign = campaigns.get(RequestValue.id("id", id));
        campaign.setName(request.name());
        campaign.setStatus(RequestValue.constant("status", request.status(), LifeStage.class, campaign.getStatus()));
        campaign.setVersion(RequestValue.required("version", request.version()));
        return CampaignJson.of(campaigns.update(campaign));
    }

    @GET
    @Path("{id}/opt-in-paths")
    public Page<OptInPathJson> listPaths(@PathParam("id") String id, @BeanParam PageRequest page) {
        var found = paths.findByCampaign(RequestValue.id("id", id));
        return part(found.stream().map(OptInPathJson::of).toList(), page);
    }

    @POST
    @Path("{id}/opt-in-paths")
    public Response createPath(@PathParam("id") String id, OptInPathJson body, @Context UriInfo uri) {
        var request = RequestValue.body(body);
        var path = paths.create(request.writeTo(paths.draft(RequestValue.id("id", id))));
        return created(uri, path.getId(), OptInPathJson.of(path));
    }

    @GET
    @Path("{id}/opt-in-paths/{pathId}")
    public OptInPathJson getPath(@PathParam("id") String id, @PathParam("pathId") String pathId) {
        return OptInPathJson.of(paths.get(RequestValue.id("id", id), RequestValue.id("pathId", pathId)));
    }

    @PUT
    @Path("{id}/opt-in-paths/{pathId}")
    public OptInPathJson updatePath(
            @PathParam("id") String id, @PathParam("pathId") String pathId, OptInPathJson body) {
        var request = RequestValue.body(body);
        var path = request.writeTo(paths.get(RequestValue.id("id", id), RequestValue.id("pathId", pathId)));
        path.setVersion(RequestValue.required("version", request.version()));
        return OptInPathJson.of(paths.update(path));
    }

    private static <T> Page<T> part(List<T> all, PageRequest page) {
        return page.answer(all.stream().skip(page.first()).limit(page.size()).toList(), all.size());
    }

    private static Response created(UriInfo uri, Long id, Object entity) {
        var location = uri.getAbsolutePathBuilder().path(id.toString()).build();
        return Response.created(location).entity(entity).build();
    }
}
