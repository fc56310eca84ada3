package org.mobiledatasync.integration.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;

/** When the nightly sync of an integration runs: at its hour, in its time zone, also over changes of the clock. */
@Stateless
public class NightlyTimes {
    @Inject
    private IntegrationRepository integrations;

    @Inject
    private Clock clock;

    /** The next time from now on. */
    public OffsetDateTime next(long integrationId) {
        return next(integrations.get(integrationId));
    }

    public OffsetDateTime next(Integration integration) {
        return after(clock.instant().atZone(integration.zone()), integration.getNightlyAt());
    }

    /** The last time before now, whether a sync ran then or not. */
    public OffsetDateTime last(long integrationId) {
        Integration integration = integrations.get(integrationId);
        ZonedDateTime now = clock.instant().atZone(integration.zone());
        return after(now.minusDays(1), integration.getNightlyAt());
    }

    /** The following morning (S14): tomorrow, however early it is today. */
    public OffsetDateTime firstAfterActivation(Integration integration) {
        ZoneId zone = integration.zone();
        LocalDate tomorrow = LocalDate.now(clock.withZone(zone)).plusDays(1);
        return ZonedDateTime.of(tomorrow, integration.getNightlyAt(), zone).toOffsetDateTime();
    }

    /** An hour that a change of the clock skips is moved on by it, as {@link ZonedDateTime} does. */
    static OffsetDateTime after(ZonedDateTime now, LocalTime at) {
        ZonedDateTime today = ZonedDateTime.of(now.toLocalDate(), at, now.getZone());
        return (today.isAfter(now) ? today : ZonedDateTime.of(now.toLocalDate().plusDays(1), at, now.getZone()))
                .toOffsetDateTime();
    }
}
