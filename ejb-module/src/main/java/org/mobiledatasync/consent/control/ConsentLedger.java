package org.mobiledatasync.consent.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.entity.Profile;

/**
 * The transactions of one person's opt-ins and opt-outs: the change, its event, its audit entry and what must go to the
 * CRM all stay, or none does (R4.8, R5.1).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ConsentLedger {
    private static final String KIND = "Consent";

    private Consent consent;
    private ConsentStates states;
    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private ConsentAttemptLedger attempts;
    private AuditLog audit;
    private Event<ConsentChanges> changed;

    protected ConsentLedger() {}

    @Inject
    public ConsentLedger(
            Consent consent,
            ConsentStates states,
            CampaignRepository campaigns,
            OptInPathRepository paths,
            ConsentAttemptLedger attempts,
            AuditLog audit,
            Event<ConsentChanges> changed) {
        this.consent = consent;
        this.states = states;
        this.campaigns = campaigns;
        this.paths = paths;
        this.attempts = attempts;
        this.audit = audit;
        this.changed = changed;
    }

    /**
     * Subscribes a profile through a path.
     *
     * @return never BLOCKED
     * @throws ConflictException when the person opted out and the cause is no fresh evidence, or the path takes nobody in
     */
    public OptInResult optIn(long profileId, long optInPathId, ConsentCause cause) {
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

    /** Opts a profile out of every campaign and suppresses its number. */
    public void optOut(long profileId, ConsentCause cause) {
        ConsentState state = states.load(profileId);
        if (consent.optOut(state, cause)) {
            fire(state.profile(), false, cause);
            record(state.profile(), cause, "Opt-out", "every campaign");
        }
    }

    /**
     * Opts a profile out of one campaign.
     *
     * @throws NotFoundException when the profile never was in that campaign
     */
    public void optOut(long profileId, long campaignId, ConsentCause cause) {
        ConsentState state = states.load(profileId);
        if (state.in(campaignId).isEmpty()) {
            throw new NotFoundException("This person was never in the campaign " + campaignId + ".");
        }
        if (consent.optOut(state, campaignId, cause)) {
            fire(state.profile(), false, cause);
        }
        record(state.profile(), cause, "Opt-out", campaigns.get(campaignId).getName());
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
