package org.mobiledatasync.sync.control;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.campaign.entity.Subscription;
import org.mobiledatasync.consent.control.ConsentState;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.sync.control.KnownProfile.KnownLink;
import org.mobiledatasync.sync.control.RecordDecision.Surroundings;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.OutboundChange;

/** All that the database knows around one chunk of records, loaded by {@link ChunkLoader} in a handful of queries. */
final class ChunkState {
    private final Map<Long, Profile> profiles;
    private final Map<String, Profile> byPhone;
    private final Map<String, CrmLink> byContact;
    private final Map<Long, CrmLink> byProfile = new HashMap<>();
    private final Map<Long, List<Subscription>> subscriptions;
    private final Set<String> suppressed;
    private final Set<Long> exportPending;
    private final Decisions decisions;

    ChunkState(
            Collection<Profile> profiles,
            Collection<CrmLink> links,
            Collection<Subscription> subscriptions,
            Set<String> suppressed,
            Collection<OutboundChange> pending,
            Decisions decisions) {
        this.profiles = new HashMap<>(profiles.stream().collect(Collectors.toMap(Profile::getId, Function.identity())));
        this.byPhone =
                new HashMap<>(profiles.stream().collect(Collectors.toMap(Profile::getPhone, Function.identity())));
        this.byContact =
                new HashMap<>(links.stream().collect(Collectors.toMap(CrmLink::getContactId, Function.identity())));
        links.forEach(link -> byProfile.put(link.getProfileId(), link));
        this.subscriptions =
                new HashMap<>(subscriptions.stream().collect(Collectors.groupingBy(Subscription::getProfileId)));
        this.suppressed = suppressed;
        this.exportPending = pending.stream().map(OutboundChange::getProfileId).collect(Collectors.toSet());
        this.decisions = decisions;
    }

    Surroundings around(ContactRecord contact, boolean phoneShared) {
        CrmLink link = contact.contactId() == null ? null : byContact.get(contact.contactId());
        Profile linked = link == null ? null : profiles.get(link.getProfileId());
        Profile ofPhone = contact.phone() == null ? null : byPhone.get(contact.phone());
        return new Surroundings(
                known(linked),
                known(ofPhone),
                phoneShared,
                contact.phone() != null && suppressed.contains(contact.phone()),
                decisions.choices(link),
                decisions.choice(contact.phone()));
    }

    Decisions decisions() {
        return decisions;
    }

    Profile ofPhone(String phone) {
        return byPhone.get(phone);
    }

    Profile profile(Long id) {
        return profiles.get(id);
    }

    CrmLink linkOf(Long profileId) {
        return byProfile.get(profileId);
    }

    ConsentState consentOf(Profile profile) {
        return new ConsentState(
                profile,
                subscriptions.getOrDefault(profile.getId(), List.of()),
                suppressed.contains(profile.getPhone()));
    }

    /** @param contactId null when the record has none */
    CrmLink linkOfContact(String contactId) {
        return byContact.get(contactId);
    }

    void add(CrmLink link) {
        byContact.put(link.getContactId(), link);
        byProfile.put(link.getProfileId(), link);
    }

    /** A profile that was made for a record of the chunk, with the consent that it then got. */
    void add(ConsentState made) {
        Profile profile = made.profile();
        profiles.put(profile.getId(), profile);
        byPhone.put(profile.getPhone(), profile);
        subscriptions.put(profile.getId(), made.subscriptions());
    }

    boolean isExportPending(Long profileId) {
        return exportPending.contains(profileId);
    }

    private KnownProfile known(Profile profile) {
        if (profile == null) {
            return null;
        }
        ConsentState consent = consentOf(profile);
        Set<Long> campaigns = new HashSet<>();
        consent.subscriptions().forEach(subscription -> campaigns.add(subscription.getCampaignId()));
        return new KnownProfile(
                profile.getId(),
                profile.getPhone(),
                ProfileValues.of(profile),
                consent.isOptedOut(),
                consent.isActive(),
                consent.isPending(),
                campaigns,
                known(byProfile.get(profile.getId())),
                exportPending.contains(profile.getId()));
    }

    private static KnownLink known(CrmLink link) {
        return link == null
                ? null
                : new KnownLink(
                        link.getContactId(),
                        link.isBased() ? link.getBase() : null,
                        link.getBaseOptIn(),
                        link.getSeenRow(),
                        Objects.requireNonNull(link.getSyncedAt()));
    }
}
