package org.mobiledatasync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiledatasync.platform.control.Settings;
import org.mobiledatasync.salesforce.control.FaultCode;
import org.mobiledatasync.sync.control.Reason;

class PhraseBookTest {
    private static final PhraseBook SPANISH = PhraseBook.of(Language.SPANISH);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|(?m)^\\s*//[^\\n]*$");
    /** Literals that the source adds up without anything between them, as one. */
    private static final Pattern ADDED = Pattern.compile("\"\\s*\\+\\s*\"");
    /** A sentence for people: it begins with a capital, has several words and ends as sentences do. */
    private static final Pattern SENTENCE = Pattern.compile("\"([A-Z](?:[^\"\\\\]|\\\\.)* (?:[^\"\\\\]|\\\\.)*[.?])\"");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The contact has no mobile number. | El contacto no tiene número de celular.",
                "There is no profile 12. | No existe: perfil 12.",
                "There is no opt-in path 7. | No existe la ruta de suscripción 7.",
                "More than one contact has the number +12125550123. | Más de un contacto tiene el número +12125550123.",
                "Salesforce refused: REQUIRED_FIELD_MISSING: LastName | Salesforce lo rechazó: REQUIRED_FIELD_MISSING: LastName",
                "Choose a status. This can't be empty. | Elija un estado. No puede quedar vacío.",
                "Salesforce can't be reached. (no connection to example.org) | No se puede llegar a Salesforce. (sin conexión con example.org)",
                "Salesforce's contacts have no field A. Did you mean B? | Los contactos de Salesforce no tienen el campo A. ¿Quiso decir B?",
                "Salesforce's own words | Salesforce's own words"
            })
    void whatIsSaidIsTranslated(String said, String translation) {
        assertThat(SPANISH.translate(said)).isEqualTo(translation);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsInTheBook(Reason reason) {
        String sentence = reason.sentence("X1", "X2");
        assertThat(SPANISH.translate(sentence)).isNotEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultOfSalesforceIsInTheBook(FaultCode code) {
        assertThat(SPANISH.translate(code.advice())).isNotEqualTo(code.advice());
    }

    @ParameterizedTest
    @EnumSource
    void everySettingIsInTheBook(Settings setting) {
        assertThat(SPANISH.translate(setting.description())).isNotEqualTo(setting.description());
    }

    /** Each piece of an English phrase stands in the sources; otherwise the phrase is out of date. */
    @Test
    void noPhraseIsOutOfDate() throws IOException {
        String sources = sources("persistence-module", "ejb-module", "web-module")
                .replace("\\\"", "\"")
                .replace("%s", "{0}");
        assertThat(SPANISH.english())
                .filteredOn(phrase -> !PLACE.splitAsStream(phrase).allMatch(sources::contains))
                .isEmpty();
    }

    /** Every sentence that stands in the layers below is in the book, whole or as the piece of one. */
    @Test
    void nothingThatIsSaidIsMissing() throws IOException {
        String book = String.join("\n", SPANISH.english());
        List<String> missing = SENTENCE.matcher(sources("persistence-module", "ejb-module"))
                .results()
                .map(literal -> literal.group(1).replace("\\\"", "\"").replace("%s", "{0}"))
                .filter(sentence -> !book.contains(sentence))
                .filter(sentence -> SPANISH.translate(sentence).equals(sentence))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPhraseHasTheSamePlacesInBothLanguages() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("src/main/resources/org/mobiledatasync/phrases_es.txt")).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
        for (int at = 0; at < lines.size(); at += 2) {
            assertThat(lines.get(at)).doesNotStartWith(" ");
            assertThat(lines.get(at + 1)).startsWith("  ");
            assertThat(places(lines.get(at + 1))).as(lines.get(at)).isEqualTo(places(lines.get(at)));
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static String sources(String... modules) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : modules) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    all.append(Files.readString(file)).append(";");
                }
            }
        }
        return ADDED.matcher(COMMENT.matcher(all).replaceAll("")).replaceAll("");
    }
}
