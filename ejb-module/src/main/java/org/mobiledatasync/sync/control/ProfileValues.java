package org.mobiledatasync.sync.control;

import java.util.Map;
import java.util.TreeMap;
import org.mobiledatasync.profile.entity.Profile;
import org.mobiledatasync.profile.entity.ProfileField;

/** A profile's fields as the merge sees them: by name, trimmed, without the empty ones; custom fields by their own name. */
final class ProfileValues {

    private static final int LONGEST_CUSTOM_VALUE = 4000;

    private ProfileValues() {}

    /** The most characters that a profile keeps of a field (R3.7). */
    static int maxLength(String field) {
        return ProfileField.ofKey(field).map(ProfileField::maxLength).orElse(LONGEST_CUSTOM_VALUE);
    }

    static Map<String, String> of(Profile profile) {
        Map<String, String> values = new TreeMap<>();
        profile.getCustomFields().forEach((name, value) -> put(values, name, value));
        for (ProfileField field : ProfileField.values()) {
            put(values, field.key(), field.read(profile));
        }
        return values;
    }

    static void write(Profile profile, Map<String, String> values) {
        Map<String, String> custom = new TreeMap<>(profile.getCustomFields());
        values.forEach((name, value) -> ProfileField.ofKey(name)
                .ifPresentOrElse(field -> field.write(profile, value), () -> custom.put(name, value)));
        if (!custom.equals(profile.getCustomFields())) {
            profile.setCustomFields(custom);
        }
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.trim());
        }
    }
}
