package org.mobiledatasync.messaging.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.messaging.boundary.MessageService;
import org.mobiledatasync.messaging.entity.MessageState;
import org.mobiledatasync.messaging.entity.OutgoingMessage;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The outgoing texts, of everybody or of one profile, read page by page, newest first. */
@Named
@ViewScoped
public class MessagesBacking implements Serializable {

    @Inject
    private MessageService messageService;

    private final Texts messages = new Texts();
    private Long profileId;
    private MessageState state;

    public LazyDataModel<OutgoingMessage> getMessages() {
        return messages;
    }

    public MessageState[] getStates() {
        return MessageState.values();
    }

    public Long getProfileId() {
        return profileId;
    }

    public void setProfileId(Long profileId) {
        this.profileId = profileId;
    }

    public MessageState getState() {
        return state;
    }

    public void setState(MessageState state) {
        this.state = state;
    }

    private final class Texts extends LazyDataModel<OutgoingMessage> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(messageService.count(profileId, state));
        }

        @Override
        public List<OutgoingMessage> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return messageService.find(profileId, state, first, pageSize);
        }
    }
}
