package org.mobiledatasync.platform.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads what a request says; what cannot be read is a 400 that names the field. */
public final class RequestValue {

    private RequestValue() {}

    /** The document of a request that needs one. */
    public static <T> T body(T body) {
        if (body == null) {
            throw refused("body", "This request needs a JSON document.");
        }
        return body;
    }

    /** The list of a request that needs one, without gaps. */
    public static <T> List<T> list(List<T> body) {
        return list("body", body(body));
    }

    /** The list of a field that has to be there, without gaps. */
    public static <T> List<T> list(String field, List<T> list) {
        int gap = required(field, list).indexOf(null);
        if (gap >= 0) {
            throw refused(field, "Entry " + (gap + 1) + " of the list is null.");
        }
        return list;
    }

    /** A value that has to be there. */
    public static <T> T required(String field, T value) {
        if (value == null) {
            throw refused(field, "This field has to be given.");
        }
        return value;
    }

    /** A whole number, or the default when nothing was given. */
    public static int number(String field, String text, int absent) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw refused(field, "\"" + text + "\" is not a number that can be used here.");
        }
    }

    /** The number of an entry, as in a path. */
    public static long id(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused(field, "\"" + text + "\" is not the number of an entry.");
        }
    }

    /** The number of an entry, or null when nothing was given. */
    public static Long optionalId(String field, String text) {
        return text == null || text.isBlank() ? null : Long.valueOf(id(field, text));
    }

    /** The constant of that name, in any case, or the default when nothing was given. */
    public static <E extends Enum<E>> E constant(String field, String text, Class<E> type, E absent) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        String name = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(field, "\"" + text + "\" is none of " + names(type) + "."));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static UnreadableRequestException refused(String field, String message) {
        return new UnreadableRequestException(field, message);
    }
}
