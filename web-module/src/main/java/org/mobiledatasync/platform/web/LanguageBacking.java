package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** The choice of the language, in the user menu and on the sign-in page. */
@Named
@RequestScoped
public class LanguageBacking {
    private static final Duration KEPT = Duration.ofDays(365);

    /** Those that the page does not speak. */
    public List<Language> getOthers() {
        Language spoken = Language.of(Faces.getRequest());
        return Stream.of(Language.values())
                .filter(language -> language != spoken)
                .toList();
    }

    /** Shows the same page again in this language, and all further ones in this browser, for a year. */
    public void choose(Language language) {
        String path = Faces.getRequestContextPath() + "/";
        Faces.addResponseCookie(Language.COOKIE, language.getCode(), path, (int) KEPT.toSeconds());
        Faces.redirect(Faces.getRequestURIWithQueryString().replace("%", "%%"));
    }
}
