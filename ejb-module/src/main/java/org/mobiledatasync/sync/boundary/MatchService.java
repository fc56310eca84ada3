package org.mobiledatasync.sync.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.control.Caller;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.Contention;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.sync.control.OutboundChanges;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.MatchCandidate;
import org.mobiledatasync.sync.entity.MatchCandidateRepository;
import org.mobiledatasync.sync.entity.MatchVerdict;

/**
 * The numbers that several contacts claim, and which of them a person chooses; every following sync keeps to it (R1.4,
 * R1.5). A choice says whose the number is, never whether it may be texted (R4.1).
 */
@Stateless
public class MatchService {
    private static final String KIND = "Multiple matches";
    private static final String NONE = "none";
    private static final String MEANWHILE =
            "A sync, or somebody else, was at this number meanwhile. Nothing is saved: look"
                    + " at the contacts that it has now, and decide again.";

    @Inject
    private MatchCandidateRepository candidates;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private CrmLinkRepository links;

    @Inject
    private IntegrationRepository integrations;

    @Inject
    private OutboundChanges outbound;

    @Inject
    private AuditLog audit;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * A number and the contacts that claim it.
     *
     * @param profileId of the number; null when there is none yet
     * @param pairedContactId the contact that the profile is paired with; null when there is none
     */
    public record SharedNumber(String phone, Long profileId, String pairedContactId, List<MatchCandidate> candidates) {

        /** Whether a person has decided about every contact. */
        public boolean isDecided() {
            return candidates.stream().allMatch(candidate -> candidate.getVerdict() != null);
        }

        /** By which it is known again: the contacts, and what was decided about them. */
        public String mark() {
            return candidates.stream()
                    .map(candidate -> candidate.getContactId() + " " + candidate.getVerdict())
                    .collect(Collectors.joining(","));
        }

        public Optional<MatchCandidate> chosen() {
            return candidates.stream()
                    .filter(candidate -> candidate.getVerdict() == MatchVerdict.CHOSEN)
                    .findFirst();
        }
    }

    /** One page of the numbers that need a decision or have one. */
    @RolesAllowed(Roles.VIEWER)
    public List<SharedNumber> find(long integrationId, int first, int size) {
        integrations.get(integrationId);
        return candidates.findPhones(integrationId, first, size).stream()
                .map(phone -> number(integrationId, phone))
                .toList();
    }

    @RolesAllowed(Roles.VIEWER)
    public long count(long integrationId) {
        return candidates.countPhones(integrationId);
    }

    /** How many numbers wait for a decision. */
    @RolesAllowed(Roles.VIEWER)
    public long countOpen(long integrationId) {
        return candidates.countOpenPhones(integrationId);
    }

    /** @throws NotFoundException when nobody was asked about the number */
    @RolesAllowed(Roles.VIEWER)
    public SharedNumber get(long integrationId, String phone) {
        integrations.get(integrationId);
        return number(integrationId, phone);
    }

    /**
     * Decides that the number is of one of its candidates, or of none. A pair with another of them is parted; what waits for
     * the five-minute sync is due at once.
     *
     * @param contactId empty for none of them
     * @throws InvalidInputException when the contact is none of the candidates
     */
    @RolesAllowed(Roles.OPERATOR)
    public SharedNumber choose(long integrationId, String phone, Optional<String> contactId) {
        SharedNumber number = number(integrationId, phone);
        Contention.guard(() -> decide(integrationId, number, contactId), () -> new ConflictException(MEANWHILE));
        return number(integrationId, phone);
    }

    /**
     * The same for who looks at the number: nothing is decided about what the person did not see.
     *
     * @param mark of what the person saw
     * @throws ConflictException when contacts were added, gone or decided about meanwhile
     */
    @RolesAllowed(Roles.OPERATOR)
    public void choose(long integrationId, String phone, Optional<String> contactId, String mark) {
        SharedNumber number = asSeen(integrationId, phone, mark);
        Contention.guard(() -> decide(integrationId, number, contactId), () -> new ConflictException(MEANWHILE));
    }

    private void decide(long integrationId, SharedNumber number, Optional<String> contactId) {
        if (contactId.isPresent() && !isCandidate(number, contactId.get())) {
            throw new InvalidInputException(
                    "contactId", "The contact " + contactId.get() + " is none of those that have this number.");
        }
        String before = said(number);
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (MatchCandidate candidate : number.candidates) {
            boolean isChosen =
                    contactId.filter(candidate.getContactId()::equals).isPresent();
            candidate.decide(isChosen ? MatchVerdict.CHOSEN : MatchVerdict.REJECTED, caller.name(), now);
        }
        part(integrationId, number, contactId);
        if (number.profileId != null) {
            outbound.hasten(integrationId, number.profileId);
        }
        audit(number.phone, before, contactId.orElse(NONE));
        candidates.flush();
    }

    /** Takes a decision back: the next sync that meets the number asks again. A pair that it made stays. */
    @RolesAllowed(Roles.OPERATOR)
    public void takeBack(long integrationId, String phone) {
        takeBack(number(integrationId, phone));
    }

    /**
     * The same for who looks at the number.
     *
     * @param mark of what the person saw
     * @throws ConflictException when contacts were added, gone or decided about meanwhile
     */
    @RolesAllowed(Roles.OPERATOR)
    public void takeBack(long integrationId, String phone, String mark) {
        takeBack(asSeen(integrationId, phone, mark));
    }

    private void takeBack(SharedNumber number) {
        audit(number.phone, said(number), "");
        number.candidates.forEach(MatchCandidate::takeBack);
        Contention.guard(candidates::flush, () -> new ConflictException(MEANWHILE));
    }

    private SharedNumber asSeen(long integrationId, String phone, String mark) {
        SharedNumber number = number(integrationId, phone);
        if (!number.mark().equals(mark)) {
            throw new ConflictException(MEANWHILE);
        }
        return number;
    }

    private void part(long integrationId, SharedNumber number, Optional<String> contactId) {
        boolean otherIsPaired = number.pairedContactId != null
                && isCandidate(number, number.pairedContactId)
                && contactId.filter(number.pairedContactId::equals).isEmpty();
        if (otherIsPaired) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            links.findByProfiles(integrationId, List.of(number.profileId)).forEach(link -> links.remove(link, now));
        }
    }

    private void audit(String phone, String from, String to) {
        AuditChange.of("Contact", from, to)
                .ifPresent(change -> audit.record(AuditAction.CHANGED, KIND, phone, List.of(change)));
    }

    private static String said(SharedNumber number) {
        return number.chosen().map(MatchCandidate::getContactId).orElseGet(() -> number.isDecided() ? NONE : "");
    }

    private static boolean isCandidate(SharedNumber number, String contactId) {
        return number.candidates.stream()
                .anyMatch(candidate -> candidate.getContactId().equals(contactId));
    }

    private SharedNumber number(long integrationId, String phone) {
        List<MatchCandidate> claiming = candidates.findByPhones(integrationId, List.of(phone));
        if (claiming.isEmpty()) {
            throw NotFoundException.of("shared number", phone);
        }
        Optional<Profile> profile = profiles.findByPhone(phone);
        Optional<CrmLink> link =
                profile.flatMap(known -> links.findByProfiles(integrationId, List.of(known.getId())).stream()
                        .findFirst());
        return new SharedNumber(
                phone,
                profile.map(Profile::getId).orElse(null),
                link.map(CrmLink::getContactId).orElse(null),
                claiming);
    }
}
