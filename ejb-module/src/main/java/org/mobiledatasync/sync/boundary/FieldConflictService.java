package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.FieldMappingRepository;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.FieldConflict;
import org.mobiledatasync.sync.entity.FieldConflictRepository;

/** The pairs in conflict, and what a person chooses for their fields; the next nightly sync carries it out (R3.6). */
@Stateless
public class FieldConflictService {
    private static final String KIND = "Field conflict";

    @Inject
    private FieldConflictRepository conflicts;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private FieldMappingRepository mappings;

    @Inject
    private AuditLog audit;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** A profile and its contact, with every field in conflict. */
    public record PairInConflict(Profile profile, String contactId, List<FieldConflict> fields) {

        /** Whether the next nightly sync can settle the pair. */
        public boolean isChosen() {
            return fields.stream().allMatch(field -> field.getChoice() != null);
        }
    }

    /**
     * What a person chooses for one field.
     *
     * @param side MOBILE to keep our value, SALESFORCE to take Salesforce's; null to take a choice back
     * @param version of the conflict that the person saw
     */
    public record FieldChoice(String field, OnConflict side, int version) {}

    /** One page of the pairs in conflict. */
    @RolesAllowed(Roles.VIEWER)
    public List<PairInConflict> find(long integrationId, int first, int size) {
        integrations.get(integrationId);
        return pairs(conflicts.findLinksInConflict(integrationId, first, size));
    }

    @RolesAllowed(Roles.VIEWER)
    public long count(long integrationId) {
        return conflicts.countLinksInConflict(integrationId);
    }

    /** @throws NotFoundException when the profile is not in conflict, or no longer */
    @RolesAllowed(Roles.VIEWER)
    public PairInConflict get(long integrationId, long profileId) {
        integrations.get(integrationId);
        return pairs(List.of(link(integrationId, profileId))).get(0);
    }

    /**
     * Chooses for some or all fields of a pair. As long as one is open nothing moves; the other choices are kept.
     *
     * @throws InvalidInputException when a field is not in conflict, or our value can't be sent
     * @throws ConflictException when a field's values or choice changed since the person saw them
     */
    @RolesAllowed(Roles.OPERATOR)
    public PairInConflict choose(long integrationId, long profileId, List<FieldChoice> choices) {
        CrmLink link = link(integrationId, profileId);
        Map<String, FieldConflict> open = conflicts.findByLinks(List.of(link.getId())).stream()
                .collect(Collectors.toMap(FieldConflict::getField, Function.identity()));
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<AuditChange> changes = new ArrayList<>();
        for (FieldChoice choice : choices) {
            FieldConflict conflict = open.get(choice.field);
            check(integrationId, choice, conflict);
            AuditChange.of(choice.field, conflict.getChoice(), choice.side).ifPresent(changes::add);
            if (choice.side == null) {
                conflict.takeBack();
            } else if (choice.side != conflict.getChoice()) {
                conflict.choose(choice.side, caller.name(), now);
            }
        }
        PairInConflict pair = pairs(List.of(link)).get(0);
        if (!changes.isEmpty()) {
            audit.record(AuditAction.CHANGED, KIND, pair.profile.getPhone(), changes);
        }
        return pair;
    }

    private void check(long integrationId, FieldChoice choice, FieldConflict conflict) {
        if (conflict == null) {
            throw new InvalidInputException(choice.field, "The field " + choice.field + " is not in conflict.");
        }
        if (conflict.getVersion() != choice.version) {
            throw ConflictException.lostUpdate("conflict");
        }
        if (choice.side == OnConflict.ASK) {
            throw new InvalidInputException(choice.field, "Choose MOBILE or SALESFORCE.");
        }
        if (choice.side == OnConflict.MOBILE && !isSent(integrationId, choice.field)) {
            throw new InvalidInputException(
                    choice.field, "Our value of " + choice.field + " can't be sent: the field has no API field name.");
        }
    }

    private boolean isSent(long integrationId, String field) {
        return mappings.findByIntegration(integrationId).stream()
                .filter(mapping -> mapping.getField().equals(field))
                .map(FieldMapping::getApiFieldName)
                .anyMatch(name -> name != null && !name.isBlank());
    }

    private CrmLink link(long integrationId, long profileId) {
        return conflicts
                .findLinkInConflict(integrationId, profileId)
                .orElseThrow(() -> NotFoundException.of("conflict of profile", profileId));
    }

    private List<PairInConflict> pairs(List<CrmLink> links) {
        Map<Long, Profile> people = profiles
                .findByIds(links.stream().map(CrmLink::getProfileId).toList())
                .stream()
                .collect(Collectors.toMap(Profile::getId, Function.identity()));
        Map<Long, List<FieldConflict>> fields =
                conflicts.findByLinks(links.stream().map(CrmLink::getId).toList()).stream()
                        .collect(Collectors.groupingBy(FieldConflict::getLinkId));
        return links.stream()
                .map(link -> new PairInConflict(
                        people.get(link.getProfileId()),
                        link.getContactId(),
                        fields.getOrDefault(link.getId(), List.of())))
                .toList();
    }
}
