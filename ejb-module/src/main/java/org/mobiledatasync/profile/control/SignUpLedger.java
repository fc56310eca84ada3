package org.mobiledatasync.profile.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentChanges;
import org.mobiledatasync.consent.control.ConsentState;
import org.mobiledatasync.consent.control.ConsentStates;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.CrmLinkRepository;

/** The transactions of people who join and leave by a form. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignUpLedger {
    private ProfileRepository profiles;
    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private SuppressionRepository suppressions;
    private CrmLinkRepository links;
    private ConsentStates states;
    private Consent consent;
    private Event<ConsentChanges> changed;
    private Clock clock;

    protected SignUpLedger() {}

    @Inject
    public SignUpLedger(
            ProfileRepository profiles,
            CampaignRepository campaigns,
            OptInPathRepository paths,
            SuppressionRepository suppressions,
            CrmLinkRepository links,
            ConsentStates states,
            Consent consent,
            Event<ConsentChanges> changed,
            Clock clock) {
        this.profiles = profiles;
        this.campaigns = campaigns;
        this.paths = paths;
        this.suppressions = suppressions;
        this.links = links;
        this.states = states;
        this.consent = consent;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Subscribes a person through web paths, making the profile when there is none.
     *
     * @param number in E.164
     * @param fields checked values; those of empty fields are taken
     * @throws InvalidInputException naming {@code optInPath} when one of them is no open web path
     */
    public void join(String number, Map<ProfileField, String> fields, Collection<Long> pathIds, ConsentCause cause) {
        List<OptInPath> open =
                pathIds.stream().flatMap(id -> findOpen(id).stream()).toList();
        if (open.isEmpty() || open.size() < pathIds.size()) {
            throw new InvalidInputException("optInPath", "This sign-up form is not in use any more.");
        }
        Profile profile = profiles.findByPhone(number).orElseGet(() -> make(number));
        boolean hadEmail = profile.getEmail() != null;
        fill(profile, fields);
        ConsentState state = states.load(profile.getId());
        boolean before = state.isActive();
        boolean joined = false;
        for (OptInPath path : open) {
            joined |= consent.optIn(state, path, cause) == OptInResult.OPTED_IN;
        }
        // Who is in already, but could not be exported for want of an e-mail address, can be now (S18).
        boolean exportable = before && !hadEmail && profile.getEmail() != null && isUnlinked(profile);
        if (joined && !before || exportable) {
            fire(profile, true, cause);
        }
    }

    /** Opts a person out of every campaign, making the profile when there is none. @param number in E.164 */
    public void leave(String number, ConsentCause cause) {
        Profile profile = profiles.findByPhone(number).orElseGet(() -> make(number));
        if (consent.optOut(states.load(profile.getId()), cause)) {
            fire(profile, false, cause);
        }
    }

    private boolean isUnlinked(Profile profile) {
        return links.findByProfile(profile.getId()).isEmpty();
    }

    private Optional<OptInPath> findOpen(long id) {
        return paths.find(id)
                .filter(path -> path.getType() == OptInPathType.WEB)
                .filter(path -> campaigns.get(path.getCampaignId()).takesIn(path));
    }

    private Profile make(String number) {
        Profile profile = new Profile(number, FirstSeenType.OPT_IN_PATH, now());
        if (suppressions.find(number).isPresent()) {
            consent.keepOut(profile);
        }
        profiles.add(profile);
        return profile;
    }

    private void fill(Profile profile, Map<ProfileField, String> fields) {
        boolean filled = false;
        for (ProfileField field : ProfileField.values()) {
            String value = fields.get(field);
            if (value != null && field.read(profile) == null) {
                field.write(profile, value);
                filled = true;
            }
        }
        if (filled) {
            profile.changedHere(now());
        }
    }

    private void fire(Profile profile, boolean optIn, ConsentCause cause) {
        changed.fire(new ConsentChanges(List.of(new ConsentChanges.Change(profile.getId(), optIn, cause))));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
