package org.mobiledatasync.consent.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentAttemptLedger;
import org.mobiledatasync.consent.control.ConsentChanges;
import org.mobiledatasync.consent.control.ConsentState;
import org.mobiledatasync.consent.control.ConsentStates;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentEvent;
import org.mobiledatasync.consent.entity.ConsentEventRepository;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.entity.Profile;

/**
 * Opt-ins and opt-outs of one person, by an administrator, an API call or the person (R4). Every change is an event, and
 * an outbound change in the same transaction (R4.8, R5.1).
 */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class ConsentService {
    private static final String KIND = "Consent";
    private static final int EVIDENCE_LENGTH = 4000;

    private Consent consent;
    private ConsentStates states;
    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private ConsentEventRepository events;
    private ConsentAttemptLedger attempts;
    private AuditLog audit;
    private Event<ConsentChanges> changed;

    protected ConsentService() {}

    @Inject
    public ConsentService(
            Consent consent,
            ConsentStates states,
            CampaignRepository campaigns,
            OptInPathRepository paths,
            ConsentEventRepository events,
            ConsentAttemptLedger attempts,
            AuditLog audit,
            Event<ConsentChanges> changed) {
        this.consent = consent;
        this.states = states;
        this.campaigns = campaigns;
        this.paths = paths;
        this.events = events;
        this.attempts = attempts;
        this.audit = audit;
        this.changed = changed;
    }

    /**
     * Subscribes a profile through a path.
     *
     * @return whether the person is in, was asked, or was in already; never BLOCKED
     * @throws ConflictException when the person said STOP and the cause is no fresh evidence (R4.1); the attempt is kept
     *     as a consent event
     * @throws ConflictException when the path takes nobody in
     * @throws InvalidInputException naming {@code source} or {@code evidence}
     */
    public OptInResult optIn(long profileId, long optInPathId, ConsentCause cause) {
        check(cause);
        ConsentState state = states.load(profileId);
        OptInPath path = paths.get(optInPathId);
        if (!campaigns.get(path.getCampaignId()).takesIn(path)) {
            throw new ConflictException(
                    "Nobody can join through \"" + path.getName() + "\" now: it or its campaign is not active.");
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
        if (result != OptInResult.UNCHANGED) {
            record(state.profile(), cause, "Opt-in", path.getName());
        }
        return result;
    }

    /** Opts a profile out of every campaign and suppresses its number (R4.1). Repeating it changes nothing. */
    public void optOut(long profileId, ConsentCause cause) {
        check(cause);
        ConsentState state = states.load(profileId);
        if (consent.optOut(state, cause)) {
            fire(state.profile(), false, cause);
            record(state.profile(), cause, "Opt-out", "every campaign");
        }
    }

    /**
     * Opts a profile out of one campaign; the CRM is told when it was the last one.
     *
     * @throws NotFoundException when the profile never was in that campaign
     */
    public void optOut(long profileId, long campaignId, ConsentCause cause) {
        check(cause);
        ConsentState state = states.load(profileId);
        if (state.in(campaignId).isEmpty()) {
            throw new NotFoundException("This person was never in the campaign " + campaignId + ".");
        }
        if (consent.optOut(state, campaignId, cause)) {
            fire(state.profile(), false, cause);
        }
        record(state.profile(), cause, "Opt-out", campaigns.get(campaignId).getName());
    }

    /** All that happened to the consent of the profile's number, newest first. */
    @RolesAllowed(Roles.VIEWER)
    public List<ConsentEvent> history(long profileId) {
        return events.findByPhone(states.load(profileId).profile().getPhone());
    }

    private static void check(ConsentCause cause) {
        if (cause.source() == ConsentSource.CRM) {
            throw new InvalidInputException("source", "Only a sync speaks for the CRM.");
        }
        if (cause.evidence() != null && cause.evidence().length() > EVIDENCE_LENGTH) {
            throw new InvalidInputException("evidence", "The evidence has up to 4000 characters.");
        }
    }

    private void record(Profile profile, ConsentCause cause, String what, String where) {
        audit.record(
                AuditAction.CHANGED,
                KIND,
                profile.getPhone(),
                List.of(new AuditChange(what, "", where), new AuditChange("Evidence", "", cause.evidence())));
    }

    private void fire(Profile profile, boolean optIn, ConsentCause cause) {
        changed.fire(new ConsentChanges(List.of(new ConsentChanges.Change(profile.getId(), optIn, cause))));
    }
}
