package org.mobiledatasync.profile.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.campaign.entity.Campaign;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.profile.boundary.ProfileDetails.CrmMatch;
import org.mobiledatasync.profile.boundary.ProfileDetails.Membership;
import org.mobiledatasync.profile.control.DefaultRegion;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileFilter;
import org.mobiledatasync.profile.entity.ProfileOrder;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;

/** Finds profiles, with what belongs to them. */
@Stateless
@RolesAllowed(Roles.VIEWER)
public class ProfileDirectory {

    /** Something that looks like (a part of) a phone number, as people write it. */
    private static final Pattern PHONE_LIKE = Pattern.compile("\\+?[\\d\\s().-]*\\d{2}[\\d\\s().-]*");

    private ProfileRepository profiles;
    private SubscriptionRepository subscriptions;
    private CampaignRepository campaigns;
    private OptInPathRepository paths;
    private CrmLinkRepository links;
    private IntegrationRepository integrations;
    private DefaultRegion region;

    protected ProfileDirectory() {}

    @Inject
    public ProfileDirectory(
            ProfileRepository profiles,
            SubscriptionRepository subscriptions,
            CampaignRepository campaigns,
            OptInPathRepository paths,
            CrmLinkRepository links,
            IntegrationRepository integrations,
            DefaultRegion region) {
        this.profiles = profiles;
        this.subscriptions = subscriptions;
        this.campaigns = campaigns;
        this.paths = paths;
        this.links = links;
        this.integrations = integrations;
        this.region = region;
    }

    /**
     * One page of the profiles that the filter leaves.
     *
     * @param filter its number may be written in any form, in the {@link DefaultRegion}; its text too
     */
    public List<ProfileDetails> find(ProfileFilter filter, ProfileOrder order, int first, int most) {
        return detailed(profiles.search(readable(filter), order, first, most));
    }

    /** How many there are, but no more than the given number, for who only needs to know that there are many. */
    public int countUpTo(ProfileFilter filter, int most) {
        return profiles.countUpTo(readable(filter), most);
    }

    public long count(ProfileFilter filter) {
        return profiles.count(readable(filter));
    }

    /** @throws org.mobiledatasync.platform.entity.NotFoundException when there is no such profile */
    public ProfileDetails get(long id) {
        return detailed(List.of(profiles.get(id))).get(0);
    }

    private List<ProfileDetails> detailed(List<Profile> page) {
        List<Long> ids = page.stream().map(Profile::getId).toList();
        Map<Long, List<Membership>> memberships = memberships(subscriptions.findByProfiles(ids));
        Map<Long, List<CrmMatch>> matches = matches(links.findOfProfiles(ids));
        return page.stream()
                .map(profile -> new ProfileDetails(
                        profile,
                        memberships.getOrDefault(profile.getId(), List.of()),
                        matches.getOrDefault(profile.getId(), List.of())))
                .toList();
    }

    private Map<Long, List<Membership>> memberships(List<Subscription> found) {
        Map<Long, String> campaignNames =
                campaigns.findAll().stream().collect(Collectors.toMap(Campaign::getId, Campaign::getName));
        Map<Long, String> pathNames =
                paths.findAll().stream().collect(Collectors.toMap(OptInPath::getId, OptInPath::getName));
        return found.stream()
                .collect(Collectors.groupingBy(
                        Subscription::getProfileId,
                        Collectors.mapping(
                                subscription -> new Membership(
                                        subscription,
                                        campaignNames.get(subscription.getCampaignId()),
                                        pathNames.get(subscription.getOptInPathId())),
                                Collectors.toList())));
    }

    private Map<Long, List<CrmMatch>> matches(List<CrmLink> found) {
        Map<Long, String> names = found.isEmpty() ? Map.of() : integrations.findNames();
        return found.stream()
                .collect(Collectors.groupingBy(
                        CrmLink::getProfileId,
                        Collectors.mapping(
                                link -> new CrmMatch(
                                        link.getIntegrationId(),
                                        names.get(link.getIntegrationId()),
                                        link.getContactId(),
                                        link.getSyncedAt()),
                                Collectors.toList())));
    }

    private ProfileFilter readable(ProfileFilter filter) {
        return new ProfileFilter(
                phone(filter.phone()),
                filter.email(),
                filter.status(),
                text(filter.text()),
                filter.campaignId(),
                filter.optInPathId(),
                filter.matched());
    }

    private String phone(String typed) {
        return typed == null || typed.isBlank()
                ? null
                : MobileNumbers.toE164(typed, region.get()).orElse(typed);
    }

    private static String text(String typed) {
        return typed != null && PHONE_LIKE.matcher(typed.strip()).matches() ? typed.replaceAll("[\\s().-]", "") : typed;
    }
}
