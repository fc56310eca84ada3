package org.mobiledatasync.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that pages speak. Each has its bundle of texts, {@code messages_<code>.properties}. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    SPANISH("es", Locale.forLanguageTag("es-419"));

    /** The cookie that keeps what a person chose, as the code of the language. */
    static final String COOKIE = "language";

    private final String code;
    private final Locale usual;

    Language(String code, Locale usual) {
        this.code = code;
        this.usual = usual;
    }

    /** As in {@code <html lang>}: "en". */
    public String getCode() {
        return code;
    }

    /** How it calls itself: "Español". */
    public String getName() {
        String name = usual.getDisplayLanguage(usual);
        return name.substring(0, 1).toUpperCase(usual) + name.substring(1);
    }

    /** What the person chose, otherwise the first of the browser's languages that we speak, otherwise English. */
    static Language of(HttpServletRequest request) {
        return chosen(request)
                .or(() -> asked(request).flatMap(locale -> of(locale).stream()).findFirst())
                .orElse(ENGLISH);
    }

    /** The language with the country that the browser names with it, by which numbers and dates are written. */
    static Locale localeOf(HttpServletRequest request) {
        Language language = of(request);
        return asked(request)
                .filter(locale -> !locale.getCountry().isEmpty())
                .filter(locale -> of(locale).equals(Optional.of(language)))
                .findFirst()
                .orElse(language.usual);
    }

    static Optional<Language> of(Locale locale) {
        return Stream.of(values())
                .filter(language -> language.code.equals(locale.getLanguage()))
                .findFirst();
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).map(Arrays::asList).orElse(List.of()).stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> Stream.of(values()).filter(language -> language.code.equals(value)))
                .findFirst();
    }

    private static Stream<Locale> asked(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream();
    }
}
