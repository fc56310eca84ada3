package org.mobiledatasync.consent.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.Consent.OptInResult;
import org.mobiledatasync.consent.control.ConsentAttemptLedger;
import org.mobiledatasync.consent.control.ConsentChanges;
import org.mobiledatasync.consent.control.ConsentState;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;

/**
 * Opt-ins and opt-outs of one person, by an administrator, an API call or the person (R4). Every change is an event, and
 * an outbound change in the same transaction (R4.8, R5.1).
 */
@Stateless
public class ConsentService {
    @Inject
    private Consent consent;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private OptInPathRepository paths;

    @Inject
    private SubscriptionRepository subscriptions;

    @Inject
    private SuppressionRepository suppressions;

    @Inject
    private ConsentEventRepository events;

    @Inject
    private ConsentAttemptLedger attempts;

    @Inject
    private Event<ConsentChanges> changed;

    /**
     * Subscribes a profile through a path.
     *
     * @return whether the person is in, was asked, or was in already; never BLOCKED
     * @throws ConflictException when the person said STOP and the cause is no fresh evidence (R4.1); the attempt is kept
     *     as a consent event
     * @throws ConflictException when the path takes nobody in
     */
    public OptInResult optIn(long profileId, long optInPathId, ConsentCause cause) {
        ConsentState state = stateOf(profileId);
        OptInPath path = paths.get(optInPathId);
        if (path.getStatus() != LifeStage.ACTIVE) {
            throw new ConflictException("The opt-in path \"" + path.getName() + "\" is not active.");
        }
        if (state.isOptedOut() && !cause.isFreshEvidence()) {
            attempts.noteBlocked(profileId, optInPathId, cause);
            throw new ConflictException("This person opted out. Only new consent from the person can end that:"
                    + " a keyword, OOPS, a web form, or an administrator's record with the reason.");
        }
        boolean before = state.isActive();
        OptInResult result = consent.optIn(state, path, cause);
        if (result == OptInResult.OPTED_IN && !before) {
            fire(state.profile(), true, cause);
        }
        return result;
    }

    /** Opts a profile out of every campaign and suppresses its number (R4.1). Repeating it changes nothing. */
    public void optOut(long profileId, ConsentCause cause) {
        ConsentState state = stateOf(profileId);
        if (consent.optOut(state, cause)) {
            fire(state.profile(), false, cause);
        }
    }

    /** Opts a profile out of one campaign; the CRM is told when it was the last one. */
    public void optOut(long profileId, long campaignId, ConsentCause cause) {
        ConsentState state = stateOf(profileId);
        if (consent.optOut(state, campaignId, cause)) {
            fire(state.profile(), false, cause);
        }
    }

    /** All that happened to the consent of the profile's number, newest first. */
    public List<ConsentEvent> history(long profileId) {
        return events.findByPhone(profiles.get(profileId).getPhone());
    }

    private ConsentState stateOf(long profileId) {
        Profile profile = profiles.get(profileId);
        return new ConsentState(
                profile,
                subscriptions.findByProfile(profileId),
                suppressions.find(profile.getPhone()).isPresent());
    }

    private void fire(Profile profile, boolean optIn, ConsentCause cause) {
        changed.fire(new ConsentChanges(List.of(new ConsentChanges.Change(profile.getId(), optIn, cause))));
    }
}
