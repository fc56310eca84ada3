package org.mobiledatasync.platform.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bundles of texts are complete, in every language, and hold nothing that no page or bean asks for. */
class BundlesTest {
    private static final Path TEXTS = Path.of("src/main/resources/org/mobiledatasync");
    private static final Pattern ENTRY = Pattern.compile("(?m)^([\\w.-]+)=(.*)$");
    private static final Pattern PLACE = Pattern.compile("\\{\\d");
    /** A key in a page or bean; one that ends in a dot, or is followed by more, is the beginning of several. */
    private static final Pattern KEY = Pattern.compile("['\"]([a-z][A-Za-z]*(?:\\.[\\w-]+)*\\.?)['\"]");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameTexts(Language language) throws IOException {
        assertThat(texts(language).keySet()).isEqualTo(texts(Language.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsThereTwice(Language language) throws IOException {
        assertThat(entries(language).map(entry -> entry.group(1)).toList()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyTextHasTheSamePlacesForParts(Language language) throws IOException {
        Map<String, String> english = texts(Language.ENGLISH);
        texts(language).forEach((key, text) -> assertThat(places(text)).as(key).isEqualTo(places(english.get(key))));
    }

    @ParameterizedTest
    @EnumSource
    void noTextWithPartsHasAnApostropheThatWouldHideThem(Language language) throws IOException {
        assertThat(texts(language)).allSatisfy((key, text) -> {
            if (!places(text).isEmpty()) {
                assertThat(text.replace("''", "")).doesNotContain("'");
            }
        });
    }

    @Test
    void everyTextIsAskedForSomewhere() throws IOException {
        Set<String> asked = asked();
        List<String> beginnings =
                asked.stream().filter(key -> key.endsWith(".")).toList();
        assertThat(texts(Language.ENGLISH).keySet())
                .filteredOn(key -> !asked.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .isEmpty();
    }

    @Test
    void everythingThatIsAskedForIsThere() throws IOException {
        Set<String> keys = texts(Language.ENGLISH).keySet();
        Set<String> missing = new TreeSet<>();
        for (String asked : askedOfBundle()) {
            boolean there =
                    asked.endsWith(".") ? keys.stream().anyMatch(key -> key.startsWith(asked)) : keys.contains(asked);
            if (!there) {
                missing.add(asked);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> asked() throws IOException {
        return found(KEY, ".xhtml", ".java");
    }

    /** What stands right where the bundle is asked, so that it can be nothing else than a key. */
    private static Set<String> askedOfBundle() throws IOException {
        Set<String> keys = new TreeSet<>(found(Pattern.compile("msg\\['([^']+)'[\\].]"), ".xhtml"));
        keys.addAll(found(Pattern.compile("(?:getBundleString|texts\\.of)\\(\\s*\"([^\"]+)\""), ".java"));
        return keys;
    }

    private static Set<String> found(Pattern pattern, String... ends) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            Set<String> found = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Stream.of(ends).anyMatch(file.toString()::endsWith)) {
                    pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
                }
            }
            return found;
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(toSet());
    }

    private static Map<String, String> texts(Language language) throws IOException {
        return entries(language).collect(toMap(entry -> entry.group(1), entry -> entry.group(2), (one, two) -> two));
    }

    private static Stream<MatchResult> entries(Language language) throws IOException {
        return ENTRY.matcher(Files.readString(TEXTS.resolve("messages_" + language.getCode() + ".properties")))
                .results();
    }
}
