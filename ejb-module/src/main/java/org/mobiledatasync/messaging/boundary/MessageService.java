package org.mobiledatasync.messaging.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.messaging.entity.MessageFilter;
import org.mobiledatasync.messaging.entity.OutgoingMessage;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;

/** The list of outgoing texts. */
@Stateless
@RolesAllowed(Roles.VIEWER)
public class MessageService {

    private OutgoingMessageRepository messages;

    protected MessageService() {}

    @Inject
    public MessageService(OutgoingMessageRepository messages) {
        this.messages = messages;
    }

    /** Texts, newest first. */
    public List<OutgoingMessage> find(MessageFilter filter, int first, int most) {
        return messages.search(filter, first, most);
    }

    public long count(MessageFilter filter) {
        return messages.count(filter);
    }
}
