package org.mobiledatasync.profile.entity;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The standard profile fields that a sync may move, under the names by which the mapping screen knows them.
 *
 * <p>Phone number, opt-in status and Constituent ID are not among them: they identify the pair or carry consent and
 * follow rules of their own (R1, R4).
 */
public enum ProfileField {
    FIRST_NAME("profile_first_name", Profile::getFirstName, Profile::setFirstName, 255),
    LAST_NAME("profile_last_name", Profile::getLastName, Profile::setLastName, 255),
    EMAIL("profile_email", Profile::getEmail, Profile::setEmail, 255),
    STREET_1("address_street_1", Profile::getStreet1, Profile::setStreet1, 1000),
    STREET_2("address_street_2", Profile::getStreet2, Profile::setStreet2, 1000),
    CITY("address_city", Profile::getCity, Profile::setCity, 255),
    STATE("state", Profile::getState, Profile::setState, 255),
    POSTAL_CODE("address_postal_code", Profile::getPostalCode, Profile::setPostalCode, 64),
    COUNTRY("address_country", Profile::getCountry, Profile::setCountry, 255);

    private final String key;
    private final Function<Profile, String> getter;
    private final BiConsumer<Profile, String> setter;
    private final int maxLength;

    ProfileField(String key, Function<Profile, String> getter, BiConsumer<Profile, String> setter, int maxLength) {
        this.key = key;
        this.getter = getter;
        this.setter = setter;
        this.maxLength = maxLength;
    }

    /** The name in mappings, reports and the API, as the user guide gives it. */
    public String key() {
        return key;
    }

    /** The most characters that we store of it. */
    public int maxLength() {
        return maxLength;
    }

    public String read(Profile profile) {
        return getter.apply(profile);
    }

    public void write(Profile profile, String value) {
        setter.accept(profile, value);
    }

    public static Optional<ProfileField> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
