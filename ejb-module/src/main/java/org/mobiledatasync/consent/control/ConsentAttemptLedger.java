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
    @Inject
    private ProfileRepository profiles;

    @Inject
    private OptInPathRepository paths;

    @Inject
    private ConsentEventRepository events;

    @Inject
    private Clock clock;

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
