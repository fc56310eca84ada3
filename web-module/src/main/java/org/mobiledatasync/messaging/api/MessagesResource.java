package org.mobiledatasync.messaging.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.mobiledatasync.messaging.boundary.MessageService;
import org.mobiledatasync.messaging.entity.MessageFilter;
import org.mobiledatasync.messaging.entity.MessageState;
import org.mobiledatasync.platform.api.Page;
import org.mobiledatasync.platform.api.PageRequest;
import org.mobiledatasync.platform.api.RequestValue;

/** Outgoing texts, newest first. */
@RequestScoped
@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    @Inject
    private MessageService messages;

    @GET
    public Page<MessageJson> list(
            @QueryParam("profileId") String profileId, @QueryParam("state") String state, @BeanParam PageRequest page) {
        var filter = new MessageFilter(
                RequestValue.optionalId("profileId", profileId),
                RequestValue.constant("state", state, MessageState.class, null));
        var items = messages.find(filter, page.first(), page.size()).stream()
                .map(MessageJson::of)
                .toList();
        return page.answer(items, messages.count(filter));
    }
}
