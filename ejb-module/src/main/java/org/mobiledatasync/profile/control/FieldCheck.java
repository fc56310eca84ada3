package org.mobiledatasync.profile.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mobiledatasync.profile.entity.ProfileField;

/** What a value of a profile must be so that it can be stored as it is. */
public final class FieldCheck {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final int CUSTOM_NAME_LENGTH = 100;
    private static final int CUSTOM_VALUE_LENGTH = 4000;

    private FieldCheck() {}

    /**
     * @param value without blanks around it, not empty
     * @return a sentence for each problem
     */
    public static List<String> problems(ProfileField field, String value) {
        List<String> problems = textProblems(value, field.maxLength());
        if (field == ProfileField.EMAIL && !EMAIL.matcher(value).matches()) {
            problems.add("This is not an e-mail address, such as ada@example.org.");
        }
        return problems;
    }

    /** Whether a custom field can be called so. */
    public static boolean isCustomName(String name) {
        return !name.isBlank() && name.length() <= CUSTOM_NAME_LENGTH;
    }

    /** The same as {@link #problems} for the value of a custom field. */
    public static List<String> customProblems(String value) {
        return textProblems(value, CUSTOM_VALUE_LENGTH);
    }

    private static List<String> textProblems(String value, int most) {
        List<String> problems = new ArrayList<>();
        if (value.length() > most) {
            problems.add("This has up to " + most + " characters; what was entered has " + value.length() + ".");
        }
        if (value.indexOf('\0') >= 0) {
            problems.add("This holds a character that cannot be stored.");
        }
        return problems;
    }
}
