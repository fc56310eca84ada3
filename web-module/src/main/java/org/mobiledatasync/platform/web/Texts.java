package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.omnifaces.util.Faces;

/** The texts of the bundle for beans, in the language of the page that is being shown; English outside of one. */
@Named
@ApplicationScoped
public class Texts {
    private static final String BUNDLE = "org.mobiledatasync.messages";

    /** By which the page writes words, numbers and dates. */
    public Locale locale() {
        return FacesContext.getCurrentInstance() == null ? Locale.ENGLISH : Faces.getLocale();
    }

    /** The text under this key as it stands. */
    public String of(String key) {
        return ResourceBundle.getBundle(BUNDLE, locale()).getString(key);
    }

    /** The text under this key with these parts in their places. */
    public String of(String key, Object... parts) {
        return new MessageFormat(of(key), locale()).format(parts);
    }

    /** A count as people read it: {@code #{texts.number(run.seen)}} is "5,000" in English. */
    public String number(Number count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }
}
