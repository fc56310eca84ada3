package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.mobiledatasync.consent.control.ConsentChanges;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.sync.entity.OutboundChange;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;

/**
 * Writes what the five-minute sync has to bring, in the transaction in which consent changed (R5.1). Also for inactive
 * integrations: what changes during a pause is not lost (R7.6).
 */
@ApplicationScoped
public class OutboundChanges {
    private IntegrationRepository integrations;
    private OutboundChangeRepository changes;
    private Clock clock;

    protected OutboundChanges() {}

    @Inject
    public OutboundChanges(IntegrationRepository integrations, OutboundChangeRepository changes, Clock clock) {
        this.integrations = integrations;
        this.changes = changes;
        this.clock = clock;
    }

    void write(@Observes ConsentChanges changed) {
        for (Long integrationId : integrations.findAllIds()) {
            changed.changes().forEach(change -> write(integrationId, change.profileId(), change.optIn()));
        }
    }

    /**
     * Makes what waits for a profile due at once, after a person decided what kept it. What is due within minutes anyway is
     * left alone: a contact may just be being made, and is to be found before another try (R5.5).
     */
    public void hasten(long integrationId, long profileId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        changes.findByProfile(integrationId, profileId)
                .filter(change -> change.getNotBefore().isAfter(now.plus(RetryDelay.afterLostAnswer())))
                .ifPresent(change -> change.hasten(now));
    }

    /** Notes the latest state of a profile for one integration. */
    public void write(long integrationId, long profileId, boolean optIn) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        changes.findByProfile(integrationId, profileId)
                .ifPresentOrElse(
                        change -> change.collapse(optIn, now),
                        () -> changes.add(new OutboundChange(integrationId, profileId, optIn, now)));
    }
}
