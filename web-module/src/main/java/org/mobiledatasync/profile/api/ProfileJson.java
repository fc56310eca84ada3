package org.mobiledatasync.profile.api;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mobiledatasync.profile.boundary.ProfileDetails;
import org.mobiledatasync.profile.boundary.ProfileDetails.CrmMatch;
import org.mobiledatasync.profile.boundary.ProfileInput;
import org.mobiledatasync.profile.entity.ProfileField;

/**
 * A profile. Of what is sent to us, number, names, e-mail, address and custom fields count.
 *
 * @param constituentIds the Salesforce record id by integration
 * @param version to be sent back with a change; an outdated one is refused
 */
public record ProfileJson(
        Long id,
        String phone,
        String firstName,
        String lastName,
        String email,
        AddressJson address,
        String status,
        Map<String, String> customFields,
        Map<String, String> constituentIds,
        String firstSeenType,
        OffsetDateTime firstSeenAt,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        List<SubscriptionJson> subscriptions,
        Integer version) {

    static ProfileJson of(ProfileDetails details) {
        var profile = details.profile();
        return new ProfileJson(
                profile.getId(),
                profile.getPhone(),
                profile.getFirstName(),
                profile.getLastName(),
                profile.getEmail(),
                new AddressJson(
                        profile.getStreet1(),
                        profile.getStreet2(),
                        profile.getCity(),
                        profile.getState(),
                        profile.getPostalCode(),
                        profile.getCountry()),
                profile.getStatus().name(),
                profile.getCustomFields(),
                details.crmMatches().stream()
                        .collect(Collectors.toMap(match -> match.integrationId().toString(), CrmMatch::constituentId)),
                profile.getFirstSeenType().name(),
                profile.getFirstSeenAt(),
                profile.getCreatedAt(),
                profile.getUpdatedAt(),
                details.memberships().stream().map(SubscriptionJson::of).toList(),
                profile.getVersion());
    }

    ProfileInput toInput() {
        var fields = new EnumMap<ProfileField, String>(ProfileField.class);
        fields.put(ProfileField.FIRST_NAME, firstName);
        fields.put(ProfileField.LAST_NAME, lastName);
        fields.put(ProfileField.EMAIL, email);
        if (address != null) {
            fields.put(ProfileField.STREET_1, address.street1());
            fields.put(ProfileField.STREET_2, address.street2());
            fields.put(ProfileField.CITY, address.city());
            fields.put(ProfileField.STATE, address.state());
            fields.put(ProfileField.POSTAL_CODE, address.postalCode());
            fields.put(ProfileField.COUNTRY, address.country());
        }
        return new ProfileInput(fields, customFields);
    }
}
