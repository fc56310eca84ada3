package org.mobiledatasync.messaging.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.mobiledatasync.messaging.entity.MessageState;
import org.mobiledatasync.messaging.entity.OutgoingMessage;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;

/**
 * The short transactions around the sending of texts. A text belongs to the server that claimed it until that server
 * records what became of it; when it never does, the text is given up and not sent again: it may have gone out.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxLedger {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);

    private OutgoingMessageRepository messages;
    private SendingConsent consent;
    private QuietHours quietHours;
    private Clock clock;

    protected OutboxLedger() {}

    @Inject
    public OutboxLedger(
            OutgoingMessageRepository messages, SendingConsent consent, QuietHours quietHours, Clock clock) {
        this.messages = messages;
        this.consent = consent;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    /**
     * What became of a look at the queue.
     *
     * @param examined how many due texts there were
     * @param toSend those of them that are now ours to send
     */
    public record Batch(int examined, List<OutgoingMessage> toSend) {}

    /**
     * Claims due texts, oldest first. A text whose person may no longer be sent it is cancelled (R4.1); one that is due
     * in the night is put off until the morning (R4.6).
     */
    public Batch claim(int size) {
        OffsetDateTime now = now();
        List<OutgoingMessage> due = messages.findDue(now, size);
        Collection<Long> allowed = consent.allowedAmong(due);
        var toSend = new ArrayList<OutgoingMessage>();
        for (OutgoingMessage message : due) {
            OffsetDateTime earliest = quietHours.firstAllowed(now, message.getPhone());
            if (!allowed.contains(message.getId())) {
                message.move(MessageState.CANCELLED, "The person no longer agrees to be sent this.", now);
            } else if (earliest.isAfter(now)) {
                message.setNotBefore(earliest);
            } else if (messages.claim(message.getId(), now)) {
                toSend.add(message);
            }
        }
        return new Batch(due.size(), toSend);
    }

    public void sent(long id) {
        move(id, MessageState.SENT, null);
    }

    /** The gateway refused the text for good. */
    public void failed(long id, String why) {
        move(id, MessageState.FAILED, why);
    }

    /** It is not known whether the text went out: it is not sent again. */
    public void unknown(long id, String why) {
        move(id, MessageState.UNKNOWN, why);
    }

    /** The gateway may take the text later: it waits ten minutes, and is given up a day after it was queued. */
    public void putOff(long id, String why) {
        messages.findByIds(List.of(id)).forEach(message -> {
            OffsetDateTime now = now();
            if (now.isAfter(message.getCreatedAt().plus(GIVE_UP_AFTER))) {
                message.move(MessageState.FAILED, why, now);
            } else {
                message.move(MessageState.QUEUED, why, now);
                message.setNotBefore(now.plus(RETRY_AFTER));
            }
        });
    }

    /** Gives claimed texts back that were not handed to the gateway. */
    public void release(Collection<Long> ids) {
        OffsetDateTime now = now();
        messages.findByIds(ids).forEach(message -> message.move(MessageState.QUEUED, null, now));
    }

    /** Gives up texts that another server claimed that long ago without recording the end. @return how many */
    public int giveUpLost(Duration silence) {
        OffsetDateTime now = now();
        List<OutgoingMessage> lost = messages.findSendingSinceBefore(now.minus(silence));
        lost.forEach(message -> message.move(MessageState.UNKNOWN, "The server stopped while it was sending.", now));
        return lost.size();
    }

    private void move(long id, MessageState to, String why) {
        messages.findByIds(List.of(id)).forEach(message -> message.move(to, why, now()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
