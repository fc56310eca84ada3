package org.mobiledatasync.messaging.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.messaging.entity.MessageState;
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

    /** Texts, newest first, of one profile or all, in one state or any: null does not narrow. */
    public List<OutgoingMessage> find(Long profileId, MessageState state, int first, int most) {
        return messages.search(profileId, state, first, most);
    }

    public long count(Long profileId, MessageState state) {
        return messages.count(profileId, state);
    }
}
