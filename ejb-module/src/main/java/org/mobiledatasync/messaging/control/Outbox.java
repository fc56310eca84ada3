package org.mobiledatasync.messaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
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

    /** Whether the profile ever had such a text of the path. */
    public boolean hasHad(Profile profile, OptInPath path, MessageKind kind) {
        return messages.exists(profile.getId(), path.getId(), kind);
    }

    /** Queues the path's text of that kind for the end of the number's quiet hours; a path without one sends none. */
    public void queue(Profile profile, OptInPath path, MessageKind kind) {
        String text = kind == MessageKind.WELCOME ? path.getWelcomeMessage() : path.getConfirmMessage();
        if (text != null && !text.isBlank()) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            messages.add(new OutgoingMessage(
                    profile, path, kind, text, now, quietHours.firstAllowed(now, profile.getPhone())));
        }
    }
}
