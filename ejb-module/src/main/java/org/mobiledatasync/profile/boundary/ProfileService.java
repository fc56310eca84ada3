package org.mobiledatasync.profile.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.consent.control.Consent;
import org.mobiledatasync.consent.control.ConsentChanges;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.SuppressionRepository;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;
import org.mobiledatasync.platform.entity.NotFoundException;
import org.mobiledatasync.profile.control.DefaultRegion;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.profile.entity.FirstSeenType;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;
import org.mobiledatasync.profile.entity.ProfileRepository;
import org.mobiledatasync.profile.entity.ProfileStatus;
import org.mobiledatasync.sync.entity.ContactUpdateRepository;
import org.mobiledatasync.sync.entity.CrmLinkRepository;
import org.mobiledatasync.sync.entity.OutboundChangeRepository;

/** Makes, changes and deletes profiles. */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class ProfileService {

    private static final String KIND = "Profile";

    private ProfileRepository profiles;
    private SuppressionRepository suppressions;
    private CrmLinkRepository links;
    private OutboundChangeRepository outbound;
    private ContactUpdateRepository updates;
    private DefaultRegion region;
    private Consent consent;
    private Event<ConsentChanges> changed;
    private AuditLog audit;
    private Clock clock;

    protected ProfileService() {}

    @Inject
    public ProfileService(
            ProfileRepository profiles,
            SuppressionRepository suppressions,
            CrmLinkRepository links,
            OutboundChangeRepository outbound,
            ContactUpdateRepository updates,
            DefaultRegion region,
            Consent consent,
            Event<ConsentChanges> changed,
            AuditLog audit,
            Clock clock) {
        this.profiles = profiles;
        this.suppressions = suppressions;
        this.links = links;
        this.outbound = outbound;
        this.updates = updates;
        this.region = region;
        this.consent = consent;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /** As {@link #create(String, String, ProfileInput, FirstSeenType)}, with the {@link DefaultRegion}. */
    public Profile create(String phone, ProfileInput input, FirstSeenType how) {
        return create(phone, region.get(), input, how);
    }

    /**
     * Makes a profile without subscriptions. Whose number is suppressed is opted out from the start (R4.1).
     *
     * @param phone in any form (R1.1)
     * @param region the country of a number without a country code
     * @throws InvalidInputException naming every field that cannot be stored as it is
     * @throws ConflictException when there is a profile with that number
     */
    public Profile create(String phone, String region, ProfileInput input, FirstSeenType how) {
        Optional<String> mobile = MobileNumbers.toE164(phone, region);
        ProfileInput values = mobile.isPresent() ? input.checked() : input.checked(notMobile(region));
        String number = mobile.orElseThrow();
        if (profiles.findByPhone(number).isPresent()) {
            throw numberTaken(number);
        }
        Profile profile = new Profile(number, how, now());
        write(values, profile);
        if (suppressions.find(number).isPresent()) {
            consent.keepOut(profile);
        }
        try {
            profiles.add(profile);
            profiles.flush();
        } catch (PersistenceException e) {
            throw numberTaken(number); // by somebody who was quicker
        }
        audit.record(AuditAction.CREATED, KIND, number, List.of());
        return profile;
    }

    /**
     * Replaces the fields of a profile; its number stays.
     *
     * @param version what the caller had read
     * @param cause by whose word an opt-in goes to the CRM, when the new e-mail address makes that possible (S18)
     * @throws InvalidInputException naming every field that cannot be stored as it is
     * @throws ConflictException when somebody, or a sync, changed the profile meanwhile
     */
    public Profile update(long id, int version, ProfileInput input, ConsentCause cause) {
        Profile profile = profiles.get(id);
        if (profile.getVersion() != version) {
            throw ConflictException.lostUpdate("profile");
        }
        boolean hadEmail = profile.getEmail() != null;
        List<AuditChange> changes = write(input.checked(), profile);
        if (changes.isEmpty()) {
            return profile;
        }
        profile.changedHere(now());
        audit.record(AuditAction.CHANGED, KIND, profile.getPhone(), changes);
        boolean exportable = profile.getEmail() != null && profile.getStatus() == ProfileStatus.ACTIVE_SUBSCRIBER;
        if (!hadEmail && exportable && links.findByProfile(id).isEmpty()) {
            changed.fire(new ConsentChanges(List.of(new ConsentChanges.Change(id, true, cause))));
        }
        try {
            profiles.flush();
        } catch (OptimisticLockException e) {
            throw ConflictException.lostUpdate("profile");
        }
        return profile;
    }

    /**
     * Deletes a profile with its subscriptions, texts and links. Suppression and consent events stay (R4.8); a contact
     * that Salesforce still has with a true opt-in comes back with the next nightly sync.
     *
     * @throws NotFoundException when there is no such profile
     * @throws ConflictException while an opt-out has not reached the CRM: it would never get there; while a nightly sync
     *     is at work with the profile: its record would never be reported (R8.1)
     */
    public void remove(long id, ConsentCause cause) {
        Profile profile = profiles.get(id);
        if (outbound.isOptOutPending(id)) {
            throw new ConflictException(
                    "The opt-out of this person has not reached Salesforce yet. Delete the profile when it has.");
        }
        if (updates.isAnyOf(id)) {
            throw new ConflictException(
                    "The nightly sync is at work with this person. Delete the profile when the sync is through.");
        }
        consent.forget(profile, cause);
        links.findByProfile(id).forEach(link -> links.remove(link, now()));
        profiles.remove(profile);
        audit.record(AuditAction.REMOVED, KIND, profile.getPhone(), List.of());
        try {
            profiles.flush();
        } catch (PersistenceException e) {
            throw ConflictException.lostUpdate("profile"); // a sync took it up in this very moment
        }
    }

    private static List<AuditChange> write(ProfileInput values, Profile profile) {
        var changes = new ArrayList<AuditChange>();
        for (ProfileField field : ProfileField.values()) {
            String value = values.fields().get(field);
            AuditChange.of(field.key(), field.read(profile), value).ifPresent(change -> {
                field.write(profile, value);
                changes.add(change);
            });
        }
        if (values.customFields() != null && !values.customFields().equals(profile.getCustomFields())) {
            var names = new TreeSet<>(profile.getCustomFields().keySet());
            names.addAll(values.customFields().keySet());
            for (String name : names) {
                AuditChange.of(
                                name,
                                profile.getCustomFields().get(name),
                                values.customFields().get(name))
                        .ifPresent(changes::add);
            }
            profile.setCustomFields(values.customFields());
        }
        return changes;
    }

    private static Problem notMobile(String region) {
        return new Problem(
                "phone",
                "This is not a mobile number. Enter it with its area code, and with its country code when it is not from "
                        + region + ", such as +1 212 555 0123.");
    }

    private static ConflictException numberTaken(String number) {
        return new ConflictException("There is a profile with the number " + number + " already.");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
