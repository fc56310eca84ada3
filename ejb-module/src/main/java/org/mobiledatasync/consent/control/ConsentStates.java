package org.mobiledatasync.consent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;

/** Loads what is known of one person's consent. */
@ApplicationScoped
public class ConsentStates {

    private ProfileRepository profiles;
    private SubscriptionRepository subscriptions;
    private SuppressionRepository suppressions;

    protected ConsentStates() {}

    @Inject
    public ConsentStates(
            ProfileRepository profiles, SubscriptionRepository subscriptions, SuppressionRepository suppressions) {
        this.profiles = profiles;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
    }

    /** @throws org.mobiledatasync.platform.entity.NotFoundException when there is no such profile */
    public ConsentState load(long profileId) {
        Profile profile = profiles.get(profileId);
        return new ConsentState(
                profile,
                subscriptions.findByProfile(profileId),
                suppressions.find(profile.getPhone()).isPresent());
    }
}
