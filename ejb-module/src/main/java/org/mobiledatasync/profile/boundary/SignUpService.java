package org.mobiledatasync.profile.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
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
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.consent.entity.OptInResult;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.profile.control.DefaultRegion;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.CrmLinkRepository;

/**
 * What people do themselves on a website, without a login: join and leave. Says nothing of who is on the list.
 *
 * <p>A form is the person's own evidence (R4.1). What it says of somebody whom we know fills empty fields only: a
 * stranger who knows a number must not overwrite good data.
 */
@Stateless
@PermitAll
public class SignUpService {

    private static final String ACTOR = "web form";

    private ProfileRepository profiles;
    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private SuppressionRepository suppressions;
    private CrmLinkRepository links;
    private DefaultRegion region;
    private ConsentStates states;
    private Consent consent;
    private Event<ConsentChanges> changed;
    private Clock clock;

    protected SignUpService() {}

    @Inject
    public SignUpService(
            ProfileRepository profiles,
            CampaignRepository campaigns,
            OptInPathRepository paths,
            SuppressionRepository suppressions,
            CrmLinkRepository links,
            DefaultRegion region,
            ConsentStates states,
            Consent consent,
            Event<ConsentChanges> changed,
            Clock clock) {
        this.profiles = profiles;
        this.campaigns = campaigns;
        this.paths = paths;
        this.suppressions = suppressions;
        this.links = links;
        this.region = region;
        this.states = states;
        this.consent = consent;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Subscribes a person through web paths, making the profile when there is none.
     *
     * @param pathIds at least one open web path
     * @param evidence which form, on which website
     * @throws InvalidInputException naming {@code phone}, {@code optInPath} or a field of the input
     */
    public void join(String phone, ProfileInput input, Collection<Long> pathIds, String evidence) {
        String number = read(phone);
        ProfileInput values = input.checked();
        List<OptInPath> open =
                pathIds.stream().flatMap(id -> findOpen(id).stream()).toList();
        if (open.isEmpty() || open.size() < pathIds.size()) {
            throw new InvalidInputException("optInPath", "This sign-up form is not in use any more.");
        }
        Profile profile = profiles.findByPhone(number).orElseGet(() -> make(number));
        boolean hadEmail = profile.getEmail() != null;
        fill(profile, values);
        ConsentCause cause = ConsentCause.of(ConsentSource.WEB_FORM, ACTOR, evidence);
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

    private boolean isUnlinked(Profile profile) {
        return links.findByProfile(profile.getId()).isEmpty();
    }

    /**
     * Opts a person out of every campaign. A number that we do not know is suppressed all the same by making its
     * profile: who says STOP stays out.
     *
     * @throws InvalidInputException naming {@code phone}
     */
    public void leave(String phone, String evidence) {
        String number = read(phone);
        Profile profile = profiles.findByPhone(number).orElseGet(() -> make(number));
        ConsentCause cause = ConsentCause.of(ConsentSource.WEB_FORM, ACTOR, evidence);
        if (consent.optOut(states.load(profile.getId()), cause)) {
            fire(profile, false, cause);
        }
    }

    private String read(String phone) {
        return MobileNumbers.toE164(phone, region.get())
                .orElseThrow(() -> new InvalidInputException(
                        "phone",
                        "This is not a mobile number. Enter it with its area code, such as "
                                + MobileNumbers.example(region.get()) + "."));
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

    private void fill(Profile profile, ProfileInput values) {
        boolean filled = false;
        for (ProfileField field : ProfileField.values()) {
            String value = values.fields().get(field);
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
