package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All countries for a drop-down, in the language of the page and in its order: {@code #{countries.all}}. */
@Named
@ApplicationScoped
public class Countries {

    private Texts texts;

    protected Countries() {}

    @Inject
    public Countries(Texts texts) {
        this.texts = texts;
    }

    /** The ISO codes of two letters, by the names with the codes. */
    public List<SelectItem> getAll() {
        Locale language = texts.locale();
        return Stream.of(Locale.getISOCountries())
                .map(code -> new SelectItem(code, name(code, language) + " (" + code + ")"))
                .sorted(Comparator.comparing(SelectItem::getLabel, Collator.getInstance(language)))
                .toList();
    }

    private static String name(String code, Locale language) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
    }
}
