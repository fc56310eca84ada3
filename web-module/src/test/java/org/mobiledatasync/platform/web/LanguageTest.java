package org.mobiledatasync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "'', en, en",
        "en-GB, en, en-GB",
        "es-MX, es, es-MX",
        "es, es, es-419",
        "'de-DE,es-AR,en', es, es-AR",
        "'de-DE,fr', en, en"
    })
    void theBrowsersFirstLanguageThatWeSpeakCounts(String asked, String language, String locale) {
        assertThat(Language.of(request(asked)).getCode()).isEqualTo(language);
        assertThat(Language.localeOf(request(asked)).toLanguageTag()).isEqualTo(locale);
    }

    @Test
    void aChoiceComesBeforeTheBrowser() {
        assertThat(Language.of(request("en-US", new Cookie("other", "en"), new Cookie(Language.COOKIE, "es"))))
                .isEqualTo(Language.SPANISH);
        assertThat(Language.localeOf(request("en-US,es-CO", new Cookie(Language.COOKIE, "es"))))
                .isEqualTo(Locale.forLanguageTag("es-CO"));
    }

    @Test
    void aChoiceThatWeDoNotSpeakIsNone() {
        assertThat(Language.of(request("es-MX", new Cookie(Language.COOKIE, "../xx"))))
                .isEqualTo(Language.SPANISH);
    }

    @Test
    void aLanguageNamesItselfInItsOwnWords() {
        assertThat(Language.values()).extracting(Language::getName).containsExactly("English", "Español");
    }

    private static HttpServletRequest request(String asked, Cookie... cookies) {
        var locales = Arrays.stream(asked.split(","))
                .filter(tag -> !tag.isEmpty())
                .map(Locale::forLanguageTag)
                .toList();
        return (HttpServletRequest) Proxy.newProxyInstance(
                LanguageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getLocales" -> Collections.enumeration(locales);
                    case "getCookies" -> cookies.length == 0 ? null : cookies;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
