package org.mobiledatasync.consent.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.consent.entity.ConsentAction;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.profile.entity.ProfileRepository;

/** Keeps refused attempts in a transaction of its own, since the refusal rolls the caller's back (R4.1). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ConsentAttemptLedger {
    private ProfileRepository profiles;
    private OptInPathRepository paths;
    private ConsentEventRepository events;
    private Clock clock;

    protected ConsentAttemptLedger() {}

    @Inject
    public ConsentAttemptLedger(
            ProfileRepository profiles, OptInPathRepository paths, ConsentEventRepository events, Clock clock) {
        this.profiles = profiles;
        this.paths = paths;
        this.events = events;
        this.clock = clock;
    }

    public void noteBlocked(long profileId, long optInPathId, ConsentCause cause) {
        var profile = profiles.get(profileId);
        events.add(new ConsentEvent(
                        profile.getPhone(),
                        profileId,
                        ConsentAction.RESUBSCRIBE_BLOCKED,
                        cause,
                        OffsetDateTime.now(clock))
                .moved(paths.get(optInPathId).getCampaignId(), optInPathId, null, null));
    }
}
