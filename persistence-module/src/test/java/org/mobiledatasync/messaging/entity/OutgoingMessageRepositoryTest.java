package org.mobiledatasync.messaging.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.PersistenceException;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;
import org.mobiledatasync.profile.entity.Profile;

class OutgoingMessageRepositoryTest extends DatabaseTest {

    private OutgoingMessageRepository messages;
    private OptInPath form;
    private OptInPath other;
    private Profile ada;
    private Profile bob;

    @BeforeEach
    void makeRepository() {
        messages = new OutgoingMessageRepository(em);
        inTransaction(() -> {
            var samples = new Samples(em);
            var news = samples.campaign("News");
            form = samples.webPath(news, "Form");
            other = samples.webPath(news, "Other");
            ada = samples.profile("+12125550101");
            bob = samples.profile("+12125550102");
        });
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        var stored = new OutgoingMessage(ada, form, MessageKind.CONFIRM, "é".repeat(1600), NOW, NOW.plusHours(3));
        stored.move(MessageState.FAILED, "e".repeat(1000), NOW.plusHours(4));
        inTransaction(() -> messages.add(stored));

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, messages.findByIds(List.of(stored.getId())).get(0));
        RoundTrip.assertEveryColumnIsFilled(database, "outgoing_message");
    }

    @Test
    @DisplayName("R4.6 the Welcome message of a path exists once per profile")
    void aPathWelcomesAPersonOnce() {
        store(ada, form, MessageKind.WELCOME, NOW);
        store(ada, form, MessageKind.CONFIRM, NOW);
        store(ada, other, MessageKind.WELCOME, NOW);
        store(bob, form, MessageKind.WELCOME, NOW);

        assertThatThrownBy(() -> store(ada, form, MessageKind.WELCOME, NOW)).isInstanceOf(PersistenceException.class);
        assertThat(messages.find(ada.getId(), form.getId(), MessageKind.WELCOME))
                .isPresent();
        assertThat(messages.find(bob.getId(), form.getId(), MessageKind.CONFIRM))
                .isEmpty();
        assertThat(messages.find(bob.getId(), other.getId(), MessageKind.WELCOME))
                .isEmpty();
    }

    @Test
    void dueTextsComeOldestFirst() {
        var first = store(ada, form, MessageKind.WELCOME, NOW);
        var second = store(bob, form, MessageKind.WELCOME, NOW.minusHours(1));
        store(ada, other, MessageKind.WELCOME, NOW.plusSeconds(1));
        var sent = store(bob, other, MessageKind.WELCOME, NOW);
        move(sent, MessageState.SENT, NOW);

        assertThat(ids(messages.findDue(NOW, 10))).containsExactly(first.getId(), second.getId());
        assertThat(ids(messages.findDue(NOW, 1))).containsExactly(first.getId());
    }

    @Test
    void aTextIsClaimedOnce() {
        var id = store(ada, form, MessageKind.WELCOME, NOW).getId();

        assertThat(inTransaction(() -> messages.claim(id, NOW.plusHours(1)))).isTrue();
        assertThat(inTransaction(() -> messages.claim(id, NOW.plusHours(2)))).isFalse();
        assertThat(messages.findByIds(List.of(id))).singleElement().satisfies(message -> {
            assertThat(message.getState()).isEqualTo(MessageState.SENDING);
            assertThat(message.getStateAt()).isEqualTo(NOW.plusHours(1));
        });
    }

    @Test
    void textsThatLostTheirServerAreFound() {
        var lost = store(ada, form, MessageKind.WELCOME, NOW);
        var young = store(bob, form, MessageKind.WELCOME, NOW);
        var done = store(ada, other, MessageKind.WELCOME, NOW);
        move(lost, MessageState.SENDING, NOW.minusMinutes(11));
        move(young, MessageState.SENDING, NOW.minusMinutes(10));
        move(done, MessageState.SENT, NOW.minusMinutes(11));

        assertThat(ids(messages.findSendingSinceBefore(NOW.minusMinutes(10)))).containsExactly(lost.getId());
    }

    @Test
    void aListIsNewestFirstNarrowedAndPaged() {
        var first = store(ada, form, MessageKind.WELCOME, NOW);
        var second = store(ada, form, MessageKind.CONFIRM, NOW);
        var third = store(bob, form, MessageKind.WELCOME, NOW);
        move(first, MessageState.SENT, NOW);
        move(third, MessageState.SENT, NOW);

        assertThat(ids(messages.search(new MessageFilter(null, null), 0, 2)))
                .containsExactly(third.getId(), second.getId());
        assertThat(ids(messages.search(new MessageFilter(null, null), 2, 2))).containsExactly(first.getId());
        assertThat(ids(messages.search(new MessageFilter(ada.getId(), null), 0, 9)))
                .containsExactly(second.getId(), first.getId());
        assertThat(ids(messages.search(new MessageFilter(ada.getId(), MessageState.SENT), 0, 9)))
                .containsExactly(first.getId());
        assertThat(messages.count(new MessageFilter(null, null))).isEqualTo(3);
        assertThat(messages.count(new MessageFilter(null, MessageState.SENT))).isEqualTo(2);
        assertThat(messages.count(new MessageFilter(bob.getId(), MessageState.QUEUED)))
                .isZero();
        assertThat(ids(messages.search(new MessageFilter(null, null, MessageKind.CONFIRM, null, null), 0, 9)))
                .containsExactly(second.getId());
        assertThat(ids(messages.search(new MessageFilter(null, null, null, form.getCampaignId(), null), 0, 9)))
                .hasSize(3);
        assertThat(messages.count(new MessageFilter(null, null, null, form.getCampaignId() + 1, null)))
                .isZero();
        String end = bob.getPhone().substring(bob.getPhone().length() - 4);
        assertThat(ids(messages.search(new MessageFilter(null, null, null, null, end), 0, 9)))
                .containsExactly(third.getId());
        assertThat(messages.findByIds(List.of())).isEmpty();
    }

    private OutgoingMessage store(Profile to, OptInPath path, MessageKind kind, OffsetDateTime notBefore) {
        return inTransaction(() -> {
            var message = new OutgoingMessage(to, path, kind, "Hello", NOW, notBefore);
            messages.add(message);
            return message;
        });
    }

    private void move(OutgoingMessage message, MessageState to, OffsetDateTime at) {
        inTransaction(() -> messages.findByIds(List.of(message.getId())).get(0).move(to, null, at));
    }

    private static List<Long> ids(List<OutgoingMessage> found) {
        return found.stream().map(OutgoingMessage::getId).toList();
    }
}
