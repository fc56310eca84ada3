package org.mobiledatasync.timeline.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.timeline.boundary.TimelineEntry;
import org.mobiledatasync.timeline.boundary.TimelinePage;
import org.mobiledatasync.timeline.boundary.TimelineService;

/**
 * All that happened to the number of a profile, newest first. What runs repeated stands in one entry, so a page may have
 * fewer entries than its size.
 */
@RequestScoped
@Path("/profiles/{id: \\d+}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {

    @Inject
    private TimelineService timeline;

    @GET
    public Page<TimelineEntry> find(@PathParam("id") long profileId, @BeanParam PageRequest page) {
        TimelinePage found = timeline.find(profileId, page.first(), page.size());
        return page.answer(found.entries(), found.total());
    }
}
