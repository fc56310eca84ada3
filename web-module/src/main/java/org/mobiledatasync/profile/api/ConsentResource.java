package org.mobiledatasync.profile.api;

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
import jakarta.ws.rs.core.SecurityContext;
import org.mobiledatasync.consent.boundary.ConsentService;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.api.RequestValue;
import org.mobiledatasync.profile.boundary.ProfileDirectory;

/** Opt-ins and opt-outs of a profile, and their history. An opt-out ends only by fresh evidence from the person (R4.1). */
@RequestScoped
@Path("/profiles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {

    @Inject
    private ConsentService consent;

    @Inject
    private ProfileDirectory directory;

    @Context
    private SecurityContext security;

    /** @param source KEYWORD, OOPS, WEB_FORM, ADMINISTRATOR, API or IMPORT; API when absent */
    public record OptInJson(Long optInPathId, String source, String evidence) {}

    /**
     * @param campaignId every campaign when absent
     * @param source as for an opt-in
     */
    public record OptOutJson(Long campaignId, String source, String evidence) {}

    /** @param result OPTED_IN, ASKED (a double opt-in waits for its answer) or UNCHANGED */
    public record OptInAnswer(String result, ProfileJson profile) {}

    @POST
    @Path("{id}/opt-in")
    public OptInAnswer optIn(@PathParam("id") String id, OptInJson body) {
        var profileId = RequestValue.id("id", id);
        var request = RequestValue.body(body);
        var pathId = RequestValue.required("optInPathId", request.optInPathId());
        var result = consent.optIn(profileId, pathId, cause(request.source(), request.evidence()));
        return new OptInAnswer(result.name(), ProfileJson.of(directory.get(profileId)));
    }

    @POST
    @Path("{id}/opt-out")
    public ProfileJson optOut(@PathParam("id") String id, OptOutJson body) {
        var profileId = RequestValue.id("id", id);
        var request = RequestValue.body(body);
        var cause = cause(request.source(), request.evidence());
        if (request.campaignId() == null) {
            consent.optOut(profileId, cause);
        } else {
            consent.optOut(profileId, request.campaignId(), cause);
        }
        return ProfileJson.of(directory.get(profileId));
    }

    /** Newest first; those of an earlier profile of the number too. */
    @GET
    @Path("{id}/consent-events")
    public Page<ConsentEventJson> events(@PathParam("id") String id, @BeanParam PageRequest page) {
        var events = consent.history(RequestValue.id("id", id));
        var items = events.stream()
                .skip(page.first())
                .limit(page.size())
                .map(ConsentEventJson::of)
                .toList();
        return page.answer(items, events.size());
    }

    private ConsentCause cause(String source, String evidence) {
        return ConsentCause.of(
                RequestValue.constant("source", source, ConsentSource.class, ConsentSource.API),
                security.getUserPrincipal().getName(),
                evidence);
    }
}
