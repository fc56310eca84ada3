package org.mobiledatasync.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * English phrases and what they are in another language, from {@code phrases_<code>.txt}: a line in English, below it the
 * translation, indented. {@code {0}} stands for what differs. Lines that begin with # are comments.
 */
final class PhraseBook {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.?]) ");
    private static final Pattern AMENDED = Pattern.compile("(.+?) \\((.+)\\)", Pattern.DOTALL);

    private final List<Phrase> phrases;

    private PhraseBook(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    static PhraseBook of(Language language) {
        List<Phrase> phrases = new ArrayList<>();
        List<String> lines = lines(language);
        for (int at = 0; at + 1 < lines.size(); at += 2) {
            phrases.add(new Phrase(lines.get(at), lines.get(at + 1).strip()));
        }
        // The more a phrase says itself, the better it fits.
        phrases.sort(Comparator.comparing(
                phrase -> -PLACE.matcher(phrase.english()).replaceAll("").length()));
        return new PhraseBook(phrases);
    }

    private static List<String> lines(Language language) {
        try (var in = Objects.requireNonNull(
                PhraseBook.class.getResourceAsStream("/org/mobiledatasync/phrases_" + language.getCode() + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> english() {
        return phrases.stream().map(Phrase::english).toList();
    }

    /** Whole phrases, sentences in a row, and phrases with an amendment in brackets; the rest stays as it is. */
    String translate(String said) {
        return whole(said).or(() -> amended(said)).or(() -> inRow(said)).orElse(said);
    }

    private Optional<String> whole(String said) {
        return phrases.stream()
                .flatMap(phrase -> phrase.translate(said, this).stream())
                .findFirst();
    }

    private Optional<String> inRow(String said) {
        return SENTENCE.matcher(said)
                .results()
                .flatMap(gap -> whole(said.substring(0, gap.start()))
                        .map(first -> first + " " + translate(said.substring(gap.end())))
                        .stream())
                .findFirst();
    }

    private Optional<String> amended(String said) {
        Matcher amended = AMENDED.matcher(said);
        return amended.matches()
                ? Optional.of(translate(amended.group(1)) + " (" + translate(amended.group(2)) + ")")
                : Optional.empty();
    }

    private record Phrase(String english, String translation, Pattern pattern) {

        Phrase(String english, String translation) {
            this(english, translation, pattern(english));
        }

        private static Pattern pattern(String english) {
            String quoted = PLACE.splitAsStream(english)
                    .map(Pattern::quote)
                    .reduce((a, b) -> a + "(.+?)" + b)
                    .orElse("");
            boolean open = english.endsWith("}");
            return Pattern.compile(quoted + (open ? "(.+)" : ""), Pattern.DOTALL);
        }

        Optional<String> translate(String said, PhraseBook book) {
            Matcher matcher = pattern.matcher(said);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Object[] parts = IntStream.rangeClosed(1, matcher.groupCount())
                    .mapToObj(group -> book.translate(matcher.group(group)))
                    .toArray();
            return Optional.of(new MessageFormat(translation.replace("'", "''")).format(parts));
        }
    }
}
