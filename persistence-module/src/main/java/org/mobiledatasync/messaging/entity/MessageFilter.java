package org.mobiledatasync.messaging.entity;

/**
 * What a list of outgoing texts is narrowed to; a null part does not narrow.
 *
 * @param phone digits that the number contains
 */
public record MessageFilter(Long profileId, MessageState state, MessageKind kind, Long campaignId, String phone) {

    public MessageFilter(Long profileId, MessageState state) {
        this(profileId, state, null, null, null);
    }
}
