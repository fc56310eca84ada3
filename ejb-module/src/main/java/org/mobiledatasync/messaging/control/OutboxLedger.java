package org.mobiledatasync.messaging.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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
     * The oldest due text.
     *
     * @param claimed whether it is now ours to send
     */
    public record Next(OutgoingMessage text, boolean claimed) {}

    /**
     * Claims the oldest due text, and no more: so that nothing comes between the look at the person's consent and the
     * sending. A text whose person may no longer be sent it is cancelled (R4.1); one that is due in the night is put off
     * until the morning (R4.6).
     *
     * @return empty when nothing is due
     */
    public Optional<Next> next() {
        OffsetDateTime now = now();
        return messages.findDue(now, 1).stream().findFirst().map(text -> new Next(text, claim(text, now)));
    }

    private boolean claim(OutgoingMessage text, OffsetDateTime now) {
        OffsetDateTime earliest = quietHours.firstAllowed(now, text.getPhone());
        if (!consent.allows(text)) {
            text.move(MessageState.CANCELLED, "The person no longer agrees to be sent this.", now);
            return false;
        }
        if (earliest.isAfter(now)) {
            text.setNotBefore(earliest);
            return false;
        }
        return messages.claim(text.getId(), now);
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
