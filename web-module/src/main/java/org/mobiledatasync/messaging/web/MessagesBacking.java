package org.mobiledatasync.messaging.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.mobiledatasync.messaging.boundary.MessageService;
import org.mobiledatasync.messaging.entity.MessageFilter;
import org.mobiledatasync.messaging.entity.MessageKind;
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
    private MessageKind kind;
    private Long campaignId;
    private String phone;

    public LazyDataModel<OutgoingMessage> getMessages() {
        return messages;
    }

    private MessageFilter filter() {
        String digits = phone == null ? null : phone.replaceAll("[^+\\d]", "");
        return new MessageFilter(profileId, state, kind, campaignId, digits);
    }

    public MessageKind[] getKinds() {
        return MessageKind.values();
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

    public MessageKind getKind() {
        return kind;
    }

    public void setKind(MessageKind kind) {
        this.kind = kind;
    }

    public Long getCampaignId() {
        return campaignId;
    }

    public void setCampaignId(Long campaignId) {
        this.campaignId = campaignId;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    private final class Texts extends LazyDataModel<OutgoingMessage> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(messageService.count(filter()));
        }

        @Override
        public List<OutgoingMessage> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return messageService.find(filter(), first, pageSize);
        }
    }
}
