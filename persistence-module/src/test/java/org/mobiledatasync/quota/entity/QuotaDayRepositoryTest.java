package org.mobiledatasync.quota.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.DatabaseTest;
import org.mobiledatasync.platform.RoundTrip;
import org.mobiledatasync.platform.Samples;

class QuotaDayRepositoryTest extends DatabaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private QuotaDayRepository days;
    private long integrationId;

    @BeforeEach
    void makeRepository() {
        days = new QuotaDayRepository(em);
        integrationId =
                inTransaction(() -> new Samples(em).integration("Salesforce").getId());
    }

    @Test
    void everyColumnComesBackAsItWasStored() {
        var stored = new QuotaDay(integrationId, DAY);
        stored.use(5_000_000_000L, true);
        stored.countOtherCalls(3);
        stored.salesforceSaid(120, 15_000);
        inTransaction(() -> days.add(stored));

        assertThat(stored.getId()).isPositive();
        RoundTrip.assertSame(stored, days.find(integrationId, DAY).orElseThrow());
        RoundTrip.assertEveryColumnIsFilled(database, "quota_day");
    }

    @Test
    @DisplayName("R6.3 an integration has one count per day, whatever the number of servers")
    void aDayIsCountedOnce() {
        inTransaction(() -> days.add(new QuotaDay(integrationId, DAY)));
        inTransaction(() -> days.add(new QuotaDay(integrationId, DAY.plusDays(1))));

        assertThatThrownBy(() -> inTransaction(() -> days.add(new QuotaDay(integrationId, DAY))))
                .isInstanceOf(PersistenceException.class);
        assertThat(days.find(integrationId, DAY.minusDays(1))).isEmpty();
    }

    @Test
    @DisplayName("R6.3 a reservation works on what the locked row holds, and never falls below none")
    void reservationsAddUp() {
        inTransaction(() -> days.add(new QuotaDay(integrationId, DAY)));
        inTransaction(() -> days.findForUpdate(integrationId, DAY).orElseThrow().use(200, false));
        inTransaction(() -> days.findForUpdate(integrationId, DAY).orElseThrow().use(-50, false));
        assertThat(days.find(integrationId, DAY).orElseThrow().getUsed()).isEqualTo(150);
        em.clear();

        inTransaction(() -> days.findForUpdate(integrationId, DAY).orElseThrow().use(-500, true));
        assertThat(days.find(integrationId, DAY).orElseThrow().getUsed()).isZero();
    }
}
