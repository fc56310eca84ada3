package org.mobiledatasync.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.campaign.entity.CampaignRepository;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathRepository;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.control.ConsentState;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;

/** Loads what is known of the people of some lines, with a few statements for all of them. */
@ApplicationScoped
public class ImportedPeople {
    private ProfileRepository profiles;
    private SubscriptionRepository subscriptions;
    private SuppressionRepository suppressions;
    private CrmLinkRepository links;
    private CampaignRepository campaigns;
    private OptInPathRepository paths;

    protected ImportedPeople() {}

    @Inject
    public ImportedPeople(
            ProfileRepository profiles,
            SubscriptionRepository subscriptions,
            SuppressionRepository suppressions,
            CrmLinkRepository links,
            CampaignRepository campaigns,
            OptInPathRepository paths) {
        this.profiles = profiles;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.links = links;
        this.campaigns = campaigns;
        this.paths = paths;
    }

    /**
     * @param phones in E.164
     * @param pathId through which they are subscribed; null for not at all
     */
    Loaded load(Collection<String> phones, Long pathId) {
        List<Profile> known = profiles.findByPhones(new HashSet<>(phones));
        List<Long> ids = known.stream().map(Profile::getId).toList();
        return new Loaded(
                known.stream().collect(Collectors.toMap(Profile::getPhone, Function.identity())),
                subscriptions.findByProfiles(ids).stream().collect(Collectors.groupingBy(Subscription::getProfileId)),
                suppressions.findAmong(phones),
                links.findOfProfiles(ids).stream().map(CrmLink::getProfileId).collect(Collectors.toSet()),
                openPath(pathId).orElse(null));
    }

    /** Nobody joins through a path that ended meanwhile. */
    private Optional<OptInPath> openPath(Long pathId) {
        return Optional.ofNullable(pathId)
                .flatMap(paths::find)
                .filter(path -> campaigns.get(path.getCampaignId()).takesIn(path));
    }

    /** What is known of some people, and of the path through which they are subscribed. */
    static final class Loaded {
        private final Map<String, Profile> profiles;
        private final Map<Long, List<Subscription>> subscriptions;
        private final Set<String> suppressed;
        private final Set<Long> linked;
        private final OptInPath path;

        private Loaded(
                Map<String, Profile> profiles,
                Map<Long, List<Subscription>> subscriptions,
                Set<String> suppressed,
                Set<Long> linked,
                OptInPath path) {
            this.profiles = new HashMap<>(profiles);
            this.subscriptions = subscriptions;
            this.suppressed = suppressed;
            this.linked = linked;
            this.path = path;
        }

        /** Null when there is none of that number. */
        Profile profile(String phone) {
            return profiles.get(phone);
        }

        void add(Profile profile) {
            profiles.put(profile.getPhone(), profile);
        }

        boolean isSuppressed(String phone) {
            return suppressed.contains(phone);
        }

        ConsentState state(Profile profile) {
            return new ConsentState(
                    profile,
                    profile.getId() == null ? List.of() : subscriptions.getOrDefault(profile.getId(), List.of()),
                    isSuppressed(profile.getPhone()));
        }

        boolean isUnlinked(Profile profile) {
            return !linked.contains(profile.getId());
        }

        /** Null when nobody is subscribed. */
        OptInPath path() {
            return path;
        }
    }
}
