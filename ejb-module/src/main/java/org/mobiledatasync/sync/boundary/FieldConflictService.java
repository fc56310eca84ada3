package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.mobiledatasync.platform.entity.Contention;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
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
    private static final String SETTLED = "This conflict was settled meanwhile, by a sync or by somebody else.";
    private static final String MEANWHILE =
            "A sync, or somebody else, changed this conflict meanwhile. Look at the values"
                    + " that it has now, and choose again.";

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

        Optional<FieldConflict> field(String name) {
            return fields.stream()
                    .filter(field -> field.getField().equals(name))
                    .findFirst();
        }

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
        PairInConflict pair = checked(integrationId, profileId, choices);
        Contention.guard(() -> carryOut(pair, choices), () -> new ConflictException(MEANWHILE));
        return pair;
    }

    /**
     * Chooses for several pairs: all that was chosen is kept, or nothing of it.
     *
     * @param choices by profile
     * @throws InvalidInputException naming the profiles for which it does not go, by their ids as the fields: somebody else,
     *     or a run, settled or changed the conflict since the person saw it
     */
    @RolesAllowed(Roles.OPERATOR)
    public void chooseAll(long integrationId, Map<Long, List<FieldChoice>> choices) {
        List<Problem> problems = new ArrayList<>();
        Map<Long, PairInConflict> pairs =
                new TreeMap<>(); // in one order, so that two people do not wait for each other
        choices.forEach((profileId, chosen) -> {
            try {
                pairs.put(profileId, checked(integrationId, profileId, chosen));
            } catch (NotFoundException settled) {
                problems.add(new Problem(profileId.toString(), SETTLED));
            } catch (ConflictException | InvalidInputException e) {
                problems.add(new Problem(profileId.toString(), e.getMessage()));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        pairs.forEach((profileId, pair) -> Contention.guard(
                () -> carryOut(pair, choices.get(profileId)),
                () -> new InvalidInputException(profileId.toString(), MEANWHILE)));
    }

    private PairInConflict checked(long integrationId, long profileId, List<FieldChoice> choices) {
        PairInConflict pair = pairs(List.of(link(integrationId, profileId))).get(0);
        choices.forEach(
                choice -> check(integrationId, choice, pair.field(choice.field).orElse(null)));
        return pair;
    }

    private void carryOut(PairInConflict pair, List<FieldChoice> choices) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<AuditChange> changes = new ArrayList<>();
        for (FieldChoice choice : choices) {
            FieldConflict conflict = pair.field(choice.field).orElseThrow();
            AuditChange.of(choice.field, conflict.getChoice(), choice.side).ifPresent(changes::add);
            if (choice.side == null) {
                conflict.takeBack();
            } else if (choice.side != conflict.getChoice()) {
                conflict.choose(choice.side, caller.name(), now);
            }
        }
        if (!changes.isEmpty()) {
            audit.record(AuditAction.CHANGED, KIND, pair.profile.getPhone(), changes);
        }
        conflicts.flush();
    }

    private void check(long integrationId, FieldChoice choice, FieldConflict conflict) {
        if (conflict == null) {
            throw new InvalidInputException(choice.field, "The field " + choice.field + " is not in conflict.");
        }
        if (conflict.getVersion() != choice.version) {
            throw new ConflictException(MEANWHILE);
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
