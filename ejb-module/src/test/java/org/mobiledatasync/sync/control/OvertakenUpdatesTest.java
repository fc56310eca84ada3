package org.mobiledatasync.sync.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.quota.control.Reservation;
import org.mobiledatasync.salesforce.control.CallCounter;
import org.mobiledatasync.schedule.control.Lease;
import org.mobiledatasync.sync.control.ContactPushLedger.Waiting;
import org.mobiledatasync.sync.entity.RunKind;
import org.mobiledatasync.sync.entity.RunTrigger;
import org.mobiledatasync.sync.entity.SyncRun;

class OvertakenUpdatesTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T02:30:00Z");
    private static final String CITY = "address_city";

    private final Allowance quota = new Allowance();
    private final Map<String, ContactRecord> there = new HashMap<>();
    private final ContactReader contacts = new ContactReader() {
        @Override
        Map<String, ContactRecord> read(
                Lease lease,
                long runId,
                SyncPlan plan,
                Collection<String> contactIds,
                Reservation reservation,
                CallCounter counter) {
            Map<String, ContactRecord> found = new HashMap<>(there);
            found.keySet().retainAll(contactIds);
            return found;
        }
    };
    private final OvertakenUpdates overtaken =
            new OvertakenUpdates(contacts, quota, Clock.fixed(NOW.toInstant(), ZoneOffset.UTC));

    @Test
    @DisplayName("R3.5 the word of a run is taken for ten minutes, and for its first life")
    void whenToLookAgain() {
        assertThat(overtaken.arePossibleIn(run(null, 1))).as("no export").isFalse();
        assertThat(overtaken.arePossibleIn(run(Duration.ofMinutes(10), 1))).isFalse();
        assertThat(overtaken.arePossibleIn(run(Duration.ofMinutes(11), 1))).isTrue();
        assertThat(overtaken.arePossibleIn(run(Duration.ofMinutes(1), 2)))
                .as("taken up again")
                .isTrue();
    }

    @Test
    @DisplayName("R3.5 the fields of a contact that somebody changed meanwhile stay as they are there; consent goes")
    void changedMeanwhile() {
        there.put(People.CONTACT, contact("Oslo"));

        assertThat(checked(update("Rome", "Paris", null))).get().satisfies(update -> assertThat(update.isEmpty())
                .isTrue());
        assertThat(checked(update("Rome", "Paris", false))).get().satisfies(update -> assertThat(update.optIn())
                .isFalse());
    }

    @Test
    @DisplayName("R7.1 a contact that is as it was, that has our value already, or that is not found, is written to")
    void notChanged() {
        Waiting update = update("Rome", "Paris", null);
        assertThat(checked(update)).as("not found").contains(update);

        there.put(People.CONTACT, contact("Rome"));
        assertThat(checked(update)).contains(update);

        there.put(People.CONTACT, contact("Paris"));
        assertThat(checked(update)).as("ours already").contains(update);
    }

    @Test
    @DisplayName("R6.4 without quota to look, nothing is written; consent alone needs no look")
    void quotaReached() {
        quota.left = 0;

        assertThat(checked(update("Rome", "Paris", null))).isEmpty();
        Waiting consent = new Waiting(1L, People.CONTACT, Map.of(), Map.of(), true);
        assertThat(checked(consent)).contains(consent);
    }

    private Optional<Waiting> checked(Waiting update) {
        SyncPlan plan = Plans.with(new FieldMapping(1L, CITY, "MailingCity", "City"));
        return overtaken
                .withoutOvertaken(null, 1L, plan, List.of(update), new CallCounter())
                .map(updates -> updates.get(0));
    }

    private static Waiting update(String was, String ours, Boolean optIn) {
        return new Waiting(1L, People.CONTACT, Map.of(CITY, ours), Map.of(CITY, was), optIn);
    }

    private static ContactRecord contact(String city) {
        return new ContactRecord(
                People.CONTACT,
                People.CONTACT,
                People.PHONE,
                People.PHONE,
                OptInValue.TRUE,
                "true",
                Map.of(CITY, city),
                List.of(),
                null,
                null);
    }

    private static SyncRun run(Duration sinceExport, int lives) {
        SyncRun run = new SyncRun(1L, RunKind.NIGHTLY, RunTrigger.TIMER, NOW);
        run.setExportRequestedAt(sinceExport == null ? null : NOW.minus(sinceExport));
        for (int life = 0; life < lives; life++) {
            run.takeUp(false);
        }
        return run;
    }
}
