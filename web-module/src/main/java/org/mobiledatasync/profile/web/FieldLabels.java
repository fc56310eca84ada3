package org.mobiledatasync.profile.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.profile.entity.ProfileField;
import org.omnifaces.util.Faces;

/** The names of fields for people, instead of those of mappings and the API: {@code #{fieldLabels.of(change.field)}}. */
@Named
@ApplicationScoped
public class FieldLabels {
    /** Message keys of all fields that are not custom ones. */
    private static final Map<String, String> KEYS = Stream.concat(
                    Stream.of(ProfileField.values())
                            .map(field -> Map.entry(field.key(), "profileField." + field.name())),
                    Stream.of(
                            Map.entry(FieldMapping.PHONE, "profiles.phone"),
                            Map.entry(FieldMapping.OPT_IN, "profileField.OPT_IN"),
                            Map.entry(FieldMapping.CONSTITUENT_ID, "profiles.constituentId")))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** {@code state} is a word of sentences too. */
    private static final Pattern IN_SENTENCES = Pattern.compile(
            KEYS.keySet().stream().filter(key -> key.contains("_")).collect(Collectors.joining("|", "\\b(", ")\\b")));

    /** The label of a field; a custom field is called by the name that people gave it. */
    public String of(String field) {
        return Optional.ofNullable(KEYS.get(field)).map(Faces::getBundleString).orElse(field);
    }

    /** The sentence with every name of a field replaced by its label. */
    public String in(String sentence) {
        return IN_SENTENCES
                .matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement("\"" + of(found.group()) + "\""));
    }

    /** A value of the field in words where it is a constant: an opt-in, or whose value was chosen. */
    public String value(String field, String value) {
        boolean choice =
                Stream.of(OnConflict.values()).anyMatch(side -> side.name().equals(value));
        boolean optIn = FieldMapping.OPT_IN.equals(field) && ("true".equals(value) || "false".equals(value));
        return choice || optIn ? Faces.getBundleString("fieldValue." + value) : value;
    }
}
