package org.mobiledatasync.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;

/**
 * What the inner layers say, in the language of the page: {@code #{phrases.of(run.message)}}.
 *
 * <p>They say it in English, to programs too, and much of it is stored. So it is translated where it is shown, by a book
 * of phrases. What is in no book, such as Salesforce's own words, is shown as it was said.
 */
@Named
@ApplicationScoped
public class Phrases {
    private final Map<Language, PhraseBook> books = Map.of(Language.SPANISH, PhraseBook.of(Language.SPANISH));

    private Texts texts;

    protected Phrases() {}

    @Inject
    public Phrases(Texts texts) {
        this.texts = texts;
    }

    /** An empty text for {@code null}. */
    public String of(String said) {
        if (said == null) {
            return "";
        }
        return Language.of(texts.locale())
                .flatMap(language -> Optional.ofNullable(books.get(language)))
                .map(book -> book.translate(said))
                .orElse(said);
    }
}
