package org.mobiledatasync.messaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.messaging.entity.MessageKind;
import org.mobiledatasync.messaging.entity.OutgoingMessage;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;
import org.mobiledatasync.profile.entity.Profile;

/** Queues texts in the caller's transaction: they go out only if what they speak of is committed (R4.6). */
@ApplicationScoped
public class Outbox {
    private OutgoingMessageRepository messages;
    private QuietHours quietHours;
    private Clock clock;

    protected Outbox() {}

    @Inject
    public Outbox(OutgoingMessageRepository messages, QuietHours quietHours, Clock clock) {
        this.messages = messages;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    /** {@link #queue} for somebody who never had a text of the path's campaign: saves looking for one. */
    public void queueFirst(Profile profile, OptInPath path, MessageKind kind) {
        String text = textOf(path, kind);
        if (!text.isEmpty()) {
            OffsetDateTime now = now();
            messages.add(new OutgoingMessage(
                    profile, path, kind, text, now, quietHours.firstAllowed(now, profile.getPhone())));
        }
    }

    /**
     * Queues the path's text of that kind for the end of the number's quiet hours; a path without one sends none.
     *
     * <p>A Welcome message that went out, or may have, is not repeated (R4.6). The question of a double opt-in is: who is
     * asked anew needs it to answer.
     */
    public void queue(Profile profile, OptInPath path, MessageKind kind) {
        String text = textOf(path, kind);
        Optional<OutgoingMessage> former = messages.find(profile.getId(), path.getId(), kind);
        if (former.isEmpty()) {
            queueFirst(profile, path, kind);
        } else if (!text.isEmpty()
                && (kind == MessageKind.CONFIRM || former.get().neverWentOut())) {
            OffsetDateTime now = now();
            former.get().queueAgain(text, now, quietHours.firstAllowed(now, profile.getPhone()));
        }
    }

    private static String textOf(OptInPath path, MessageKind kind) {
        String text = kind == MessageKind.WELCOME ? path.getWelcomeMessage() : path.getConfirmMessage();
        return text == null ? "" : text.strip();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
