package org.mobiledatasync.access.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** What an Authorization header carries. */
sealed interface ApiCredentials {

    record Password(String login, String password) implements ApiCredentials {}

    record Token(String value) implements ApiCredentials {}

    /** No header, or one that we cannot read. */
    record None() implements ApiCredentials {}

    static ApiCredentials of(String header) {
        var parts = header == null ? new String[0] : header.strip().split(" +", 2);
        if (parts.length < 2) {
            return new None();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> new Token(parts[1]);
            case "basic" -> password(parts[1]);
            default -> new None();
        };
    }

    private static ApiCredentials password(String encoded) {
        try {
            var text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            return colon < 0 ? new None() : new Password(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return new None(); // not Base64
        }
    }
}
