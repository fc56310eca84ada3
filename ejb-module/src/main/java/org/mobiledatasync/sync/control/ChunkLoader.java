package org.mobiledatasync.sync.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mobiledatasync.campaign.entity.SubscriptionRepository;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;

/** Loads what is known around a chunk of records: a query per kind of thing, not per record. */
@ApplicationScoped
public class ChunkLoader {
    private ProfileRepository profiles;
    private CrmLinkRepository links;
    private SubscriptionRepository subscriptions;
    private SuppressionRepository suppressions;
    private OutboundChangeRepository pending;
    private DecisionLoader decisions;

    protected ChunkLoader() {}

    @Inject
    public ChunkLoader(
            ProfileRepository profiles,
            CrmLinkRepository links,
            SubscriptionRepository subscriptions,
            SuppressionRepository suppressions,
            OutboundChangeRepository pending,
            DecisionLoader decisions) {
        this.profiles = profiles;
        this.links = links;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.pending = pending;
        this.decisions = decisions;
    }

    ChunkState load(long integrationId, Collection<ContactRecord> contacts) {
        Set<String> contactIds = contacts.stream()
                .map(ContactRecord::contactId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> phones = contacts.stream()
                .map(ContactRecord::phone)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, CrmLink> found = new HashMap<>();
        links.findByContacts(integrationId, contactIds).forEach(link -> found.put(link.getId(), link));

        Map<Long, Profile> known = new HashMap<>();
        profiles.findByPhones(phones).forEach(profile -> known.put(profile.getId(), profile));
        Set<Long> linked = found.values().stream().map(CrmLink::getProfileId).collect(Collectors.toSet());
        Set<Long> unlinkedHere = new HashSet<>(known.keySet());
        unlinkedHere.removeAll(linked);
        links.findByProfiles(integrationId, unlinkedHere).forEach(link -> found.put(link.getId(), link));
        linked.removeAll(known.keySet());
        profiles.findByIds(linked).forEach(profile -> known.put(profile.getId(), profile));

        List<Long> ids = List.copyOf(known.keySet());
        Set<String> numbers = new HashSet<>(phones);
        known.values().forEach(profile -> numbers.add(profile.getPhone()));
        return new ChunkState(
                known.values(),
                found.values(),
                subscriptions.findByProfiles(ids),
                suppressions.findAmong(numbers),
                pending.findByProfiles(integrationId, ids),
                decisions.load(integrationId, found.keySet(), numbers));
    }
}
