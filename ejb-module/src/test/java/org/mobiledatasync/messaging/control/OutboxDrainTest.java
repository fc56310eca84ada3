package org.mobiledatasync.messaging.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.campaign.entity.SubscriptionStatus;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.Suppression;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.messaging.entity.MessageFilter;
import org.mobiledatasync.messaging.entity.MessageKind;
import org.mobiledatasync.messaging.entity.MessageState;
import org.mobiledatasync.messaging.entity.OutgoingMessage;
import org.mobiledatasync.messaging.entity.OutgoingMessageRepository;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.HandClock;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;

class OutboxDrainTest extends DatabaseTest {

    /** At NOW (12:00 UTC) it is 13:00 there. */
    private static final String PARIS = "+3361234567";

    /** At NOW it is 07:00 there: night. */
    private static final String NEW_YORK = "+1212555010";

    private final FakeGateway gateway = new FakeGateway();
    private OutgoingMessageRepository messages;
    private OptInPath form;
    private HandClock clock;
    private OutboxDrain drain;

    @BeforeEach
    void prepare() {
        clock = new HandClock(NOW.toInstant());
        messages = new OutgoingMessageRepository(em);
        var consent = new SendingConsent(
                new ProfileRepository(em), new SubscriptionRepository(em), new SuppressionRepository(em));
        drain = new OutboxDrain(new TransactionalLedger(em, messages, consent, clock), gateway);
        inTransaction(() -> {
            var samples = new Samples(em);
            form = samples.webPath(samples.campaign("News"), "Form");
        });
    }

    @Test
    void whatIsDueIsSentOldestFirstAndOnce() {
        queue(PARIS + 1, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        queue(PARIS + 2, SubscriptionStatus.PENDING, MessageKind.CONFIRM);

        assertThat(drain.drain()).isEqualTo(2);
        assertThat(drain.drain()).isZero();

        assertThat(gateway.sent).containsExactly(PARIS + 1 + " WELCOME", PARIS + 2 + " CONFIRM");
        assertThat(states()).containsExactly("SENT", "SENT");
    }

    @Test
    @DisplayName("R4.1 a STOP that comes while another text is being sent is heard before the next one goes")
    void aStopBetweenTwoTexts() {
        queue(PARIS + 1, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        queue(PARIS + 2, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        gateway.meanwhile = () -> inTransaction(() -> stop(PARIS + 2));

        drain.drain();

        assertThat(gateway.sent).containsExactly(PARIS + 1 + " WELCOME");
        assertThat(states()).containsExactly("SENT", "CANCELLED");
    }

    @Test
    @DisplayName("R4.1 somebody who said STOP is asked to confirm only when the person's own word wants it")
    void whoSaidStopIsAskedByTheirOwnWordOnly() {
        queue(PARIS + 1, SubscriptionStatus.PENDING, MessageKind.CONFIRM, ConsentSource.IMPORT);
        queue(PARIS + 2, SubscriptionStatus.PENDING, MessageKind.CONFIRM, ConsentSource.WEB_FORM);
        inTransaction(() -> {
            stop(PARIS + 1);
            stop(PARIS + 2);
        });

        drain.drain();

        assertThat(gateway.sent).containsExactly(PARIS + 2 + " CONFIRM");
        assertThat(states()).containsExactly("CANCELLED", "SENT");
    }

    @Test
    void manyAreSentInOneGo() {
        for (int i = 10; i < 55; i++) {
            queue("+336123456" + i, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        }
        assertThat(drain.drain()).isEqualTo(45);
    }

    @Test
    @DisplayName("R4.1 a text to somebody who opted out meanwhile is cancelled")
    void whoOptedOutGetsNothing() {
        queue(PARIS + 1, SubscriptionStatus.OPTED_OUT, MessageKind.WELCOME);
        queue(PARIS + 2, SubscriptionStatus.OPTED_OUT, MessageKind.CONFIRM);
        queue(PARIS + 3, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        queue(PARIS + 4, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        queue(PARIS + 5, SubscriptionStatus.PENDING, MessageKind.WELCOME);
        queue(PARIS + 6, SubscriptionStatus.ACTIVE, MessageKind.CONFIRM);
        inTransaction(() -> {
            var profiles = new ProfileRepository(em);
            profiles.findByPhone(PARIS + 3).orElseThrow().setStatus(ProfileStatus.OPTED_OUT);
            stop(PARIS + 4);
        });

        assertThat(drain.drain()).isZero();

        assertThat(gateway.sent).isEmpty();
        assertThat(states()).containsOnly("CANCELLED").hasSize(6);
    }

    @Test
    @DisplayName("R4.6 a text that is due in the night of its number waits for the morning")
    void atNightNothingGoesOut() {
        queue(NEW_YORK + 1, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);

        assertThat(drain.drain()).isZero();
        assertThat(states()).containsExactly("QUEUED");
        assertThat(messages.search(new MessageFilter(null, null), 0, 1).get(0).getNotBefore())
                .isEqualTo("2026-11-01T13:00Z");
        em.clear();

        clock.set(Instant.parse("2026-11-01T13:00:00Z"));
        assertThat(drain.drain()).isEqualTo(1);
    }

    @Test
    void aRefusedTextFailsAndTheOthersGoOn() {
        queue(PARIS + 1, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        queue(PARIS + 2, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        gateway.fault = new SmsGatewayException("The number is blocked.", false);

        drain.drain();

        assertThat(states()).containsExactly("FAILED", "SENT");
        assertThat(messages.search(new MessageFilter(null, MessageState.FAILED), 0, 1)
                        .get(0)
                        .getError())
                .isEqualTo("The number is blocked.");
    }

    @Test
    void anOutageOfTheGatewayLosesNothing() {
        queue(PARIS + 1, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        queue(PARIS + 2, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        gateway.fault = new SmsGatewayException("No answer.", true);

        assertThat(drain.drain()).isZero();
        assertThat(states()).containsExactly("QUEUED", "QUEUED");

        assertThat(drain.drain()).isEqualTo(1);
        assertThat(gateway.sent).containsExactly(PARIS + 2 + " WELCOME");
        clock.advance(Duration.ofMinutes(10));
        assertThat(drain.drain()).isEqualTo(1);
        assertThat(states()).containsExactly("SENT", "SENT");
    }

    @Test
    void anOutageOfADayIsTheEndOfAText() {
        queue(PARIS + 1, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        gateway.fault = new SmsGatewayException("No answer.", true);

        drain.drain();

        assertThat(states()).containsExactly("FAILED");
    }

    @Test
    void aFaultOfTheDriverLeavesTheTextUnknown() {
        queue(PARIS + 1, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        queue(PARIS + 2, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        gateway.fault = new IllegalStateException("bug");

        drain.drain();

        assertThat(states()).containsExactly("UNKNOWN", "SENT");
    }

    @Test
    @DisplayName("a text whose server died while sending is never sent again")
    void aLostTextIsGivenUp() {
        queue(PARIS + 1, SubscriptionStatus.ACTIVE, MessageKind.WELCOME);
        inTransaction(() -> messages.claim(messages.findDue(NOW, 1).get(0).getId(), NOW));

        clock.advance(Duration.ofMinutes(10));
        drain.drain();
        assertThat(states()).as("after ten minutes").containsExactly("SENDING");
        clock.advance(Duration.ofSeconds(1));
        drain.drain();
        assertThat(states()).containsExactly("UNKNOWN");
        drain.drain();
        assertThat(gateway.sent).isEmpty();
    }

    private void stop(String phone) {
        new SuppressionRepository(em)
                .add(new Suppression(phone, ConsentCause.of(ConsentSource.KEYWORD, "sms", "STOP"), NOW));
    }

    private void queue(String phone, SubscriptionStatus status, MessageKind kind) {
        queue(phone, status, kind, ConsentSource.WEB_FORM);
    }

    private void queue(String phone, SubscriptionStatus status, MessageKind kind, ConsentSource source) {
        inTransaction(() -> {
            var profile = new Samples(em).profile(phone);
            em.persist(new Subscription(profile.getId(), form, status, source.name(), NOW));
            messages.add(new OutgoingMessage(profile, form, kind, kind.name(), NOW, NOW));
        });
    }

    /** Of all texts, oldest first. */
    private List<String> states() {
        em.clear();
        return messages.search(new MessageFilter(null, null), 0, 99).stream()
                .sorted((a, b) -> a.getId().compareTo(b.getId()))
                .map(message -> message.getState().name())
                .toList();
    }

    /** Takes every text; {@link #fault} and {@link #meanwhile} meet the next one only. */
    private static final class FakeGateway implements SmsGateway {
        private final List<String> sent = new ArrayList<>();
        private RuntimeException fault;
        private Runnable meanwhile = () -> {};

        @Override
        public void send(String phone, String text) {
            if (fault != null) {
                var thrown = fault;
                fault = null;
                throw thrown;
            }
            sent.add(phone + " " + text);
            meanwhile.run();
            meanwhile = () -> {};
        }
    }

    /** The ledger with the transactions that the container gives it. */
    private static final class TransactionalLedger extends OutboxLedger {
        private final EntityManager em;

        private TransactionalLedger(
                EntityManager em, OutgoingMessageRepository messages, SendingConsent consent, Clock clock) {
            super(messages, consent, new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), clock);
            this.em = em;
        }

        @Override
        public Optional<Next> next() {
            em.getTransaction().begin();
            var next = super.next();
            em.getTransaction().commit();
            em.clear();
            return next;
        }

        @Override
        public void sent(long id) {
            transact(() -> super.sent(id));
        }

        @Override
        public void failed(long id, String why) {
            transact(() -> super.failed(id, why));
        }

        @Override
        public void unknown(long id, String why) {
            transact(() -> super.unknown(id, why));
        }

        @Override
        public void putOff(long id, String why) {
            transact(() -> super.putOff(id, why));
        }

        @Override
        public int giveUpLost(Duration silence) {
            em.getTransaction().begin();
            int lost = super.giveUpLost(silence);
            em.getTransaction().commit();
            return lost;
        }

        private void transact(Runnable work) {
            em.getTransaction().begin();
            work.run();
            em.getTransaction().commit();
            em.clear();
        }
    }
}
