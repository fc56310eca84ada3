package org.mobiledatasync.consent.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiledatasync.platform.Samples.NOW;

import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;

class ConsentRepositoriesTest extends DatabaseTest {

    private static final String PHONE = "+12125550101";
    private static final ConsentCause STOP = ConsentCause.of(ConsentSource.KEYWORD, "sms", "STOP");

    private ConsentEventRepository events;
    private SuppressionRepository suppressions;

    @BeforeEach
    void makeRepositories() {
        events = new ConsentEventRepository(em);
        suppressions = new SuppressionRepository(em);
    }

    @Test
    @DisplayName("R4.8 an event keeps who, when, old, new, source and evidence")
    void everyColumnOfAnEventComesBack() {
        var cause = new ConsentCause(ConsentSource.CRM, "sync", "e".repeat(4000), 7L, "003000000000001AAA");
        var stored =
                new ConsentEvent(PHONE, 5L, ConsentAction.OPT_OUT, cause, NOW).moved(8L, 9L, "ACTIVE", "OPTED_OUT");
        inTransaction(() -> events.add(stored));

        assertThat(stored.getId()).isPositive();
        assertThat(events.findByPhone(PHONE)).singleElement().satisfies(read -> RoundTrip.assertSame(stored, read));
        RoundTrip.assertEveryColumnIsFilled(database, "consent_event");
    }

    @Test
    @DisplayName("R4.8 a number's events come newest first, those of one moment in reverse order of writing")
    void eventsComeNewestFirst() {
        inTransaction(() -> {
            events.add(new ConsentEvent(PHONE, 5L, ConsentAction.OPT_IN, STOP, NOW.minusDays(1)));
            events.add(new ConsentEvent(PHONE, 5L, ConsentAction.OPT_OUT, STOP, NOW));
            events.add(new ConsentEvent(PHONE, 5L, ConsentAction.SUPPRESSED, STOP, NOW));
            events.add(new ConsentEvent("+12125550102", 6L, ConsentAction.OPT_IN, STOP, NOW));
        });

        assertThat(events.findByPhone(PHONE))
                .extracting(ConsentEvent::getAction)
                .containsExactly(ConsentAction.SUPPRESSED, ConsentAction.OPT_OUT, ConsentAction.OPT_IN);
    }

    @Test
    void everyColumnOfASuppressionComesBack() {
        var stored = new Suppression(PHONE, STOP, NOW);
        inTransaction(() -> suppressions.add(stored));

        RoundTrip.assertSame(stored, suppressions.find(PHONE).orElseThrow());
        RoundTrip.assertEveryColumnIsFilled(database, "suppression");
    }

    @Test
    @DisplayName("R4.1 a number is suppressed once, until that is lifted")
    void aNumberIsSuppressedOnce() {
        inTransaction(() -> suppressions.add(new Suppression(PHONE, STOP, NOW)));

        assertThat(suppressions.findAmong(List.of(PHONE, "+12125550102"))).containsExactly(PHONE);
        assertThat(suppressions.findAmong(List.of())).isEmpty();
        assertThatThrownBy(() -> inTransaction(() -> suppressions.add(new Suppression(PHONE, STOP, NOW))))
                .isInstanceOf(PersistenceException.class);

        inTransaction(() -> suppressions.remove(suppressions.find(PHONE).orElseThrow()));
        assertThat(suppressions.find(PHONE)).isEmpty();
    }
}
